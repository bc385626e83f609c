"""Valid departments in any number, each different from all others: the same number gives the same file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from types import MappingProxyType


def words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


CITIES = words("青岚 云泽 临溪 柳河 松陵 安平 广宁 清澜 永丰 嘉禾 武川 南屏 东麓 定远 和阳 兴源")
DISTRICTS = words("长桥 新岭 北塘 西泉 文昌 凤台 龙湾 石门 金坡 桃源 柏林 麦坪 双河 高岗 白沙 红旗 盐田 沙洲 梅溪 枫桥")
BUREAUS = words(
    "教育局 民政局 司法局 财政局 水务局 农业农村局 商务局 卫生健康局 应急管理局 审计局 统计局 医疗保障局 "
    "住房和城乡建设局 交通运输局 文化和旅游局 市场监督管理局 城市管理局 林业局 档案馆 残疾人联合会 "
    "科学技术局 退役军人事务局 人力资源和社会保障局 自然资源局 生态环境局 行政审批局 信访局 体育局 "
    "乡村振兴局 机关事务管理局 供销合作社 气象局"
)
OFFICES = words("办公室 财务科 规划科 法规科 业务一科 业务二科 监督科 人事科 信息科 项目科")

MANNERS = words(
    "按季度 会同有关单位 分批次 依照职责 结合实际 逐户逐项 坚持问题导向 通过公开招标 在前期调研基础上 按照轻重缓急 "
    "依托信息平台 抽调业务骨干 采取以奖代补方式 借助第三方力量 在汛期之前 利用闲置场地 组织专家 面向基层 统一标准 分片包干"
)
VERBS = words(
    "完善 检查 修缮 编制 推广 登记 整治 评估 培训 更新 调度 核查 建设 规范 公示 巡查 保养 采购 宣传 验收 梳理 改造 监测 指导"
)
PLACES = words(
    "城区 乡镇 老旧小区 中小学校 产业园区 沿河村庄 社区站点 农贸市场 公共停车场 卫生院 文化广场 养老机构 山区道路 水源保护地 "
    "公交枢纽 易地搬迁点 临街商铺 工地周边 省级公路沿线 图书馆"
)
THINGS = words(
    "排水设施 服务窗口 档案资料 安全隐患台账 惠民政策 供水管网 绿化苗木 消防器材 宣传栏目 技术标准 困难群众名册 设备清单 "
    "应急预案 无障碍通道 照明线路 信用记录 种养基地 监控设备 防汛物资 志愿队伍 合同文本 培训教材 便民站点 资产台账"
)
EFFECTS = words(
    "群众办事更加方便 管护责任得到落实 运行状况逐步好转 资金用途清楚可查 隐患及时得到排除 服务覆盖面继续扩大 "
    "各方意见得到吸收 重复投入有所避免 进度与计划基本相符 使用效率明显改善 日常管理有章可循 投诉事项逐月减少"
)
WEAKNESSES = words(
    "前期论证不够细 部门之间衔接偏慢 人员力量较为紧张 基础资料不够齐全 后续管护经费偏少 绩效意识仍需加强"
)

PROJECTS = words("维护费 改造工程 补助资金 购置费 服务外包 宣传经费 培训经费 监测项目 提升工程 运行保障")
SOURCES = ("central", "provincial", "municipal", "local")
GROUPS = {
    "产出指标": (50, ("数量指标", "质量指标", "时效指标")),
    "效益指标": (30, ("社会效益指标", "可持续影响指标")),
}
MEASURED = {
    "数量指标": "计划完成率", "质量指标": "验收合格率", "时效指标": "按期完成率",
    "社会效益指标": "群众知晓率", "可持续影响指标": "制度健全率",
}  # fmt: skip

NO_COPIES: Mapping[int, int] = MappingProxyType({})


def write(folder: Path, count: int, copies: Mapping[int, int] = NO_COPIES) -> list[Path]:
    """The files of so many departments; ``copies`` says which takes the text of its conclusion from which other."""
    paths = []
    for number in range(count):
        path = folder / f"{number:05d}.yaml"
        path.write_text(department(number, copies.get(number)), encoding="utf-8")
        paths.append(path)
    return paths


def department(number: int, copied: int | None = None) -> str:
    """The YAML of a department; its conclusion is that of the department ``copied``."""
    draw = Random(number)
    parts = (_head(draw, number), _account(draw), _money(draw, number), _prose_of_the_end(draw, number, copied))
    return "\n".join(line for part in parts for line in part) + "\n"


def name(number: int) -> tuple[str, str]:
    """District and bureau, a pair for every number below 160,000."""
    rest, bureau = divmod(number, len(BUREAUS))
    rest, district = divmod(rest, len(DISTRICTS))
    more, city = divmod(rest, len(CITIES))
    return f"{CITIES[city]}市{DISTRICTS[district]}{DISTRICTS[-more] if more else ''}区", BUREAUS[bureau]


def _head(draw: Random, number: int) -> Iterator[str]:
    district, bureau = name(number)
    yield f"layout: {'indicator-scorecard' if number % 2 else 'project-ledger'}"
    yield "standard: shijiazhuang"
    yield "year: 2025"
    yield f"department: {{name: {district}{bureau}, short_name: {bureau}, level: district}}"
    yield f"basis:\n  - {{issuers: [{district}人民政府], title: 关于全面实施预算绩效管理的意见, number: {district[0]}政发〔2020〕{number % 90 + 1}号}}"
    yield "duties:\n  units:"
    for office in draw.sample(OFFICES, draw.randint(4, 8)):
        yield f"    - name: {office}\n      kind: office\n      text: |-"
        yield from _paragraph(draw, 8, draw.randint(3, 6))


def _account(draw: Random) -> Iterator[str]:
    """Staff, assets, revenue and expenditure."""
    post, assets, debts = draw.randint(20, 90), draw.randint(4000, 90000), draw.randint(500, 3000)
    yield f"staff: {{establishment: {{administrative: {post // 2}, institutional: {post - post // 2}}}, in_post: {post - 2}, retired: {draw.randint(1, 30)}}}"
    yield f"assets:\n  date: 2025-12-31\n  total: {{value: {assets}.5, previous: {assets - 100}}}"
    yield f"  liabilities: {{value: {debts}, previous: {debts + 20}}}\n  net: {{value: {assets - debts}.5, previous: {assets - debts - 120}}}"
    initial = draw.randint(60_000, 90_000)  # more than the projects have together
    final = initial + draw.randint(10, 90)
    reason = f"年中{draw.choice(VERBS)}{draw.choice(PLACES)}{draw.choice(THINGS)}，相应追加预算"
    yield "budget:"
    for side in ("revenue", "expenditure"):
        yield f"  {side}: {{initial: {initial}, adjusted: {final}, final: {final}, previous: {initial - 50}, reason: {reason}, final_reason: {reason}}}"
    yield "goals:\n  overall: |-"
    yield from _paragraph(draw, 4, 4)
    yield "  items:"
    for _ in range(draw.randint(3, 5)):
        yield f"    - title: {draw.choice(VERBS)}{draw.choice(PLACES)}{draw.choice(THINGS)}\n      goal: |-"
        yield from _paragraph(draw, 8, 2)
        yield "      indicators: |-"
        yield from _paragraph(draw, 8, 2)
    yield "evaluation:\n  organization: |-"
    yield from _paragraph(draw, 4, 2)
    yield "  method: |-"
    yield from _paragraph(draw, 4, 2)
    yield "  start: 2026-03-02\n  stages:"
    for title, start, end in (("数据采集", "2026-03-02", "2026-03-20"), ("撰写报告", "2026-03-23", "2026-04-10")):
        yield f"    - title: {title}\n      start: {start}\n      end: {end}\n      text: |-"
        yield from _paragraph(draw, 8, 2)


def _money(draw: Random, number: int) -> Iterator[str]:
    """Projects, or funds and indicators."""
    if number % 2 == 0:
        yield "projects:"
        places = [f"{place}{thing}" for place in PLACES for thing in THINGS]
        for place in draw.sample(places, draw.randint(5, 60)):
            fields = (
                f"source: {draw.choice(SOURCES)}, {_spending(draw)}, score: {draw.randint(86, 97)}.{draw.randint(1, 9)}"
            )
            yield f"  - {{name: {place}{draw.choice(PROJECTS)}, {fields}, result_use: 优先保障}}"
        return
    yield "funds:"
    for source in SOURCES:
        yield f"  - {{source: {source}, {_spending(draw)}}}"
    yield "indicators:"
    for category, (weight, groups) in GROUPS.items():
        yield f"  - name: {category}\n    groups:"
        weights = _shares(draw, weight, draw.randint(3, 9))
        for group, own in zip(groups, _dealt(weights, len(groups)), strict=True):
            yield f"      - name: {group}\n        items:"
            for thing, points in zip(draw.sample(THINGS, len(own)), own, strict=True):
                yield f'          - {{name: {thing}{MEASURED[group]}, criterion: {thing}的{MEASURED[group]}达到95%得{points}分，不足的按比例减分。, weight: {points}, target: ">= 95%", actual: {draw.randint(95, 100)}, score: {points}}}'
    yield "  - name: 预算执行率指标\n    groups:\n      - name: 预算执行率\n        items:"
    yield f"          - {{name: 预算执行率, weight: 10, figure: funds.execution_rate, score: 9, reason: {draw.choice(PLACES)}{draw.choice(THINGS)}的尾款按合同在质保期满后支付}}"
    yield "  - name: 满意度指标\n    groups:\n      - name: 服务对象满意度指标\n        items:"
    yield f'          - {{name: 服务对象满意度, criterion: 达到95%得10分，不足的按比例减分。, weight: 10, target: ">= 95%", actual: {draw.randint(95, 100)}, score: 10}}'


def _spending(draw: Random) -> str:
    budget = draw.randint(2_000, 90_000)
    executed = budget * draw.randint(9100, 9900) // 10000
    return f"budget: {_wan(budget)}, received: {_wan(budget)}, executed: {_wan(executed)}"


def _wan(hundreds: int) -> str:
    """万元 with two decimals."""
    return f"{hundreds // 100}.{hundreds % 100:02d}"


def _shares(draw: Random, whole: int, parts: int) -> list[int]:
    """Whole points, at least two each, that add up to ``whole``."""
    cuts = sorted(draw.sample(range(1, whole // 2), parts - 1))
    return [2 * (end - start) for start, end in zip([0, *cuts], [*cuts, whole // 2], strict=True)]


def _dealt(weights: list[int], hands: int) -> list[list[int]]:
    return [weights[hand::hands] for hand in range(hands)]


def _prose_of_the_end(draw: Random, number: int, copied: int | None) -> Iterator[str]:
    yield "conclusion: |-"
    yield from _paragraph(Random(f"conclusion {number if copied is None else copied}"), 2, 6)
    yield "problems:"
    for _ in range(3):
        yield f"  - 在{draw.choice(VERBS)}{draw.choice(PLACES)}{draw.choice(THINGS)}中，{draw.choice(WEAKNESSES)}。"
    yield "measures:"
    for _ in range(3):
        yield f"  - {_sentence(draw)}"


def _paragraph(draw: Random, indentation: int, sentences: int) -> Iterator[str]:
    """Lines of two sentences, below a key whose text is indented so far."""
    said = [_sentence(draw) for _ in range(sentences)]
    for first in range(0, sentences, 2):
        yield " " * indentation + "".join(said[first : first + 2])


def _sentence(draw: Random) -> str:
    def done() -> str:
        return f"{draw.choice(VERBS)}{draw.choice(PLACES)}{draw.choice(THINGS)}"

    return f"{draw.choice(MANNERS)}{done()}，{done()}，{draw.choice(EFFECTS)}。"
