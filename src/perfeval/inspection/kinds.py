"""What is said of a layout's tags that would fail, mislead or never be printed; the engine's own words come with it."""

from perfeval.diagnostic import Kind, Severity, Text

NO_LIST = Kind(
    "R401",
    Severity.ERROR,
    what=Text(
        "{where}标记 {tag} 要逐项循环，但 {name} 是{type}，不是列表",
        "{where}tag {tag} goes through {name} item by item, which is no list but a {type}",
    ),
    why=Text("只有列表能逐项循环，生成报告时会在这里停下", "only a list has items; the report would stop here"),
    cure=Text(
        "改成一个列表，如 report.projects、indicator_rows、fund_sources",
        "name a list, such as report.projects, indicator_rows or fund_sources",
    ),
)
NO_PARTS = Kind(
    "R402",
    Severity.ERROR,
    what=Text(
        "{where}标记 {tag} 要取 {name} 的 {key}，但它是{type}，没有下级名称",
        "{where}tag {tag} asks {name} for {key}, but it is a {type} and has no names below it",
    ),
    why=Text("取不到的名称没有值，生成报告时会在这里停下", "there is no such value; the report would stop here"),
    cure=Text(
        "列表先用 for 逐项取出再写名称；数字、文字和日期直接写，不再加点",
        "take the items of a list by `for` first; a number, text or date is named as it is, without a further dot",
    ),
)
WRONG_TYPE = Kind(
    "R403",
    Severity.ERROR,
    what=Text(
        "{where}标记 {tag} 里，写法 {filter} 用在{type}（{name}）上",
        "{where}tag {tag} puts {filter} on a {type} ({name})",
    ),
    why=Text(
        "不合适的值要么生成报告时出错，要么原样印出",
        "a value that does not suit it makes the report fail or is printed as it stands",
    ),
    cure=Text(
        "{filter} 用于{takes}；换一种写法，或换一个名称", "{filter} is for a {takes}: change the filter or the name"
    ),
)
SPLIT = Kind(
    "R404",
    Severity.ERROR,
    what=Text("{where}标记 {tag} 的中间夹着{between}", "{where}inside tag {tag} there is {between}"),
    why=Text(
        "标记换成数据时，夹在中间的内容会丢失，或者留下残缺的结构",
        "when the tag gives way to data, what is inside it is lost or leaves a broken structure",
    ),
    cure=Text(
        "删去整个标记，在一处用同一种格式重新输入；接受或拒绝修订",
        "delete the whole tag and type it anew in one go; accept or reject tracked changes",
    ),
)
NOT_FILLED = Kind(
    "R405",
    Severity.WARNING,
    what=Text("{where}像标记的文字不会被替换：{tag}", "{where}what looks like a tag is not replaced: {tag}"),
    why=Text(
        "标记只认半角括号，并且只在正文、表格、页眉、页脚、脚注和文档属性里替换",
        "a tag has ASCII braces, and is replaced only in body, tables, headers, footers, notes and properties",
    ),
    cure=Text(
        "改用半角的 {{{{ }}}} 和 {{% %}}，或移到正文中", "use ASCII {{{{ }}}} and {{% %}}, or move it into the body"
    ),
)
NOT_PRINTED = Kind(
    "R406",
    Severity.NOTE,
    what=Text("这种版式不印出这些文字：{names}", "this layout never prints these texts: {names}"),
    why=Text("部门写了这些内容，报告里也看不到", "what a department writes there is not seen in its report"),
    cure=Text(
        "不需要就不必理会；需要的在模板里加上标记", "nothing to do if it is meant; else add tags to the template"
    ),
)
UNUSED_SENTENCE = Kind(
    "R407",
    Severity.WARNING,
    what=Text("模板没有用到语句 {name}", "no tag of the template prints the sentence {name}"),
    why=Text("写了的语句不会出现在报告里", "it is written, and never in a report"),
    cure=Text("在模板里加上 {example}，或删去这条语句", "add {example} to the template, or delete the sentence"),
)
NOT_DRAWN = Kind(
    "R408",
    Severity.WARNING,
    what=Text("模板里没有替代文字为 {name} 的图", "the template has no chart whose alt text is {name}"),
    why=Text(
        "图按替代文字对应；没有画出的图不会出现，编号却会占用",
        "charts are known by their alt text; this one takes a number and is not seen",
    ),
    cure=Text(
        "在 Word 里插入图表，替代文字写 {name}；或删去这幅图的说明",
        "insert a chart in Word with alt text {name}, or delete its description",
    ),
)
NOT_DECLARED = Kind(
    "R409",
    Severity.WARNING,
    what=Text(
        "{where}图的替代文字是“{name}”，layout.yaml 的 charts 里没有这个名称",
        "{where}a chart's alt text is “{name}”, a name that `charts` of layout.yaml lacks",
    ),
    why=Text("它不会换成部门的数据，每份报告都是样例的数", "it keeps the sample's numbers in every report"),
    cure=Text(
        "在 layout.yaml 的 charts 里写上它，或改正替代文字", "describe it under `charts`, or correct the alt text"
    ),
)
