"""What YAML can do and a department's data must not: each would let the report say other than what is seen."""

from perfeval.diagnostic import Kind, Severity, Text

EMPTY = Kind(
    "L005",
    Severity.ERROR,
    what=Text("文件里没有数据", "the file has no data"),
    why=Text("空文件写不出报告", "there is no report in an empty file"),
    cure=Text(
        "从 year: 2025 这样的一行写起，或复制一个示例", "begin with a line such as year: 2025, or copy an example"
    ),
)
ROOT = Kind(
    "L006",
    Severity.ERROR,
    what=Text("文件最外层是{found}，不是“键: 值”", "the file is {found} at its outermost, not “key: value”"),
    why=Text(
        "数据按键来取，最外层必须是键和值", "data are looked up by their keys, so keys and values must be outermost"
    ),
    cure=Text(
        "最外层写成 year: 2025 这样的行，列表放在某个键下面",
        "write lines such as year: 2025 outermost, and put a list below a key",
    ),
)
ROOTS = {"list": Text("列表", "a list"), "text": Text("一段文字或一个数", "a text or a number")}

DUPLICATE = Kind(
    "L020",
    Severity.ERROR,
    what=Text("键“{key}”出现了两次，第一次在第 {line} 行", "the key “{key}” is there twice, first on line {line}"),
    why=Text(
        "后一个会悄悄盖掉前一个，报告里就少了数",
        "the second would silently replace the first, and the report lose a figure",
    ),
    cure=Text("删去或改名其中一个", "delete or rename one of them"),
)
ANCHOR = Kind(
    "L021",
    Severity.ERROR,
    what=Text("这里有锚点 &{name}", "there is an anchor &{name} here"),
    why=Text(
        "& 开头在 YAML 里是给值起名，不是正文，字会丢",
        "& names a value in YAML; it is no text, and the words would be lost",
    ),
    cure=Text(
        "正文以 & 开头就给整个值加引号，否则删去 &{name}",
        "put the value in quotes if it is text that starts with &, else delete &{name}",
    ),
)
ALIAS = Kind(
    "L022",
    Severity.ERROR,
    what=Text("这里有引用 *{name}", "there is an alias *{name} here"),
    why=Text("* 开头在 YAML 里是引用别处的值，不是正文", "* repeats a value from elsewhere in YAML; it is no text"),
    cure=Text(
        "正文以 * 开头就给整个值加引号，否则把值照写一遍",
        "put the value in quotes if it is text that starts with *, else write the value out",
    ),
)
MERGE = Kind(
    "L023",
    Severity.ERROR,
    what=Text("这里有合并键 <<", "there is a merge key << here"),
    why=Text("它从别处带来看不见的键和值", "it brings in keys and values that are not seen here"),
    cure=Text("把要合并的键和值照写出来", "write out the keys and values that it stands for"),
)
TAG = Kind(
    "L024",
    Severity.ERROR,
    what=Text("这里有类型标记 {name}", "there is a tag {name} here"),
    why=Text(
        "! 开头在 YAML 里是类型标记，不是正文，字会丢",
        "! starts a tag in YAML; it is no text, and the words would be lost",
    ),
    cure=Text(
        "正文以 ! 开头就给整个值加引号，否则删去 {name}",
        "put the value in quotes if it is text that starts with !, else delete {name}",
    ),
)
DEPTH = Kind(
    "L025",
    Severity.ERROR,
    what=Text("嵌套超过 {limit} 层", "nested more than {limit} levels deep"),
    why=Text(
        "数据不过六七层，这多半是括号或缩进写错了",
        "the data go some six levels deep: most likely a bracket or the indentation is wrong",
    ),
    cure=Text("检查这一行的括号和缩进", "check the brackets and the indentation of this line"),
)
DOCUMENTS = Kind(
    "L026",
    Severity.ERROR,
    what=Text("文件里有第二份文档，从这里开始", "a second document starts here"),
    why=Text("一个文件只写一个部门，后面的会被略去", "a file is about one department; the rest would be left out"),
    cure=Text("删去 --- 或 ... 这一行，或分成两个文件", "delete the line --- or ..., or make it two files"),
)
KEY = Kind(
    "L027",
    Severity.ERROR,
    what=Text("这里的键不是文字", "the key here is no text"),
    why=Text(
        "键要能按名字查找；空、列表和映射都没有名字",
        "a key is looked up by its name; nothing, a list and a mapping have none",
    ),
    cure=Text(
        "键写成一个词；是正文就给整个值加引号",
        "write one word for the key; put the whole value in quotes if it is text",
    ),
)
NUMBER = Kind(
    "L028",
    Severity.ERROR,
    what=Text("数“{number}”超过 {limit} 位", "the number “{number}” has more than {limit} digits"),
    why=Text(
        "没有这么大或这么细的金额，再多就算不准了",
        "no amount is as large or as fine, and sums would no longer be exact",
    ),
    cure=Text("核对位数；若是编号，加引号", "check the digits; put it in quotes if it is an identifier"),
)
VALUES = Kind(
    "L029",
    Severity.ERROR,
    what=Text("值超过 {limit} 个", "there are more than {limit} values"),
    why=Text(
        "一个部门的数据不过几千个，这多半不是数据文件",
        "a department's data are some thousands: this is hardly a data file",
    ),
    cure=Text("核对文件是否选错", "check that this is the right file"),
)
BLANK = Kind(
    "L044",
    Severity.ERROR,
    what=Text("键“{key}”前后有全角空格或不换行空格", "there is a full-width or no-break blank beside the key “{key}”"),
    why=Text(
        "YAML 只认半角空格，这些空格成了键的一部分，键就认不出来",
        "YAML knows the plain blank only: these become part of the key and make it unknown",
    ),
    cure=Text("改成半角空格（切换到英文输入法再打）", "use plain blanks"),
)
