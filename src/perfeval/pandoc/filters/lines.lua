-- Markdown and plain text: tables of as many cells in every row, each row on one line, their names above them; forms
-- as lines and small tables.

local MARKDOWN = FORMAT:match("gfm") ~= nil
local BREAK = MARKDOWN and pandoc.RawInline("html", "<br>") or pandoc.Space()

local function on_one_line(blocks, between)
  return pandoc.utils.blocks_to_inlines(blocks, { pandoc.LineBreak() }):walk({
    LineBreak = function()
      return between
    end,
  })
end

-- The rows as a grid of cells; a merged one stands at all of its places.
local function grid(rows)
  local made = {}
  for number in ipairs(rows) do
    made[number] = {}
  end
  for number, row in ipairs(rows) do
    local column = 1
    for _, cell in ipairs(row.cells) do
      while made[number][column] do
        column = column + 1
      end
      for below = number, math.min(number + cell.row_span - 1, #rows) do
        for beside = column, column + cell.col_span - 1 do
          made[below][beside] = { cell = cell, first = below == number and beside == column }
        end
      end
    end
  end
  return made
end

-- All that stands above a column, a merged head once.
local function head(rows, column)
  local words, last = pandoc.Inlines({}), nil
  for _, row in ipairs(rows) do
    local cell = row[column] and row[column].cell
    if cell and cell ~= last then
      if #words > 0 then
        words:insert(pandoc.Space())
      end
      words:extend(on_one_line(cell.contents, pandoc.Str("")))
    end
    last = cell
  end
  return { pandoc.Plain(words) }
end

-- The columns in which some cell begins: of those that are merged in every row only the first.
local function columns(table, grids)
  return pandoc.List.filter(pandoc.List.map(table.colspecs, function(_, at) return at end), function(column)
    for _, rows in ipairs(grids) do
      for _, row in ipairs(rows) do
        if row[column] and row[column].first then
          return true
        end
      end
    end
    return false
  end)
end

-- To the right goes a column whose words all stand at the right.
local function alignment(rows, column)
  local found
  for _, row in ipairs(rows) do
    local here = row[column]
    if here and here.first and #pandoc.utils.stringify(here.cell.contents) > 0 then
      if here.cell.alignment ~= "AlignRight" then
        return pandoc.AlignDefault
      end
      found = pandoc.AlignRight
    end
  end
  return found or pandoc.AlignDefault
end

-- Merged cells have their words in the first place, and nothing in the others.
local function plain_table(table)
  local body = pandoc.List()
  local grids = pandoc.List({ grid(table.head.rows) })
  for _, one in ipairs(table.bodies) do
    grids:insert(grid(one.body))
    body:extend(grids[#grids])
  end
  local kept = columns(table, grids)
  local rows = body:map(function(row)
    return kept:map(function(column)
      local here = row[column]
      return here and here.first and { pandoc.Plain(on_one_line(here.cell.contents, BREAK)) } or {}
    end)
  end)
  local heads = #grids[1] > 0 and kept:map(function(column) return head(grids[1], column) end) or {}
  local alignments = kept:map(function(column) return alignment(body, column) end)
  local widths = kept:map(function() return 0 end)
  return pandoc.utils.from_simple_table(pandoc.SimpleTable({}, alignments, widths, heads, rows))
end

-- A form has no head, and cells over several columns.
local function is_form(table)
  local rows = #table.head.rows == 0 and #table.bodies == 1 and table.bodies[1].body or {}
  return pandoc.List.find_if(rows, function(row)
    return pandoc.List.find_if(row.cells, function(cell) return cell.col_span > 1 end)
  end)
end

-- A name, and behind it what is filled in.
local function line(name, cell)
  local words = on_one_line(name.contents, pandoc.Str(""))
  if cell then
    words:insert(pandoc.Str("："))
    words:extend(on_one_line(cell.contents, BREAK))
  end
  return pandoc.Para(words)
end

-- The rows that a name stands beside: the first says what is filled in below, as lines where that is one row alone.
local function section(form, rows)
  local names = { table.unpack(rows[1].cells, 2) }
  if #rows == 2 and #rows[2].cells == #names then
    return pandoc.List.map(names, function(name, at) return line(name, rows[2].cells[at]) end)
  end
  local part = form:clone()
  part.head.rows, part.bodies[1].body = { pandoc.Row(names) }, { table.unpack(rows, 2) }
  return { plain_table(part) }
end

local function lines(form)
  local made, rows = pandoc.List(), form.bodies[1].body
  local at = 1
  while at <= #rows do
    local cells = rows[at].cells
    local below = at + cells[1].row_span
    if below > at + 1 then
      made:insert(line(cells[1]))
      made:extend(section(form, { table.unpack(rows, at, below - 1) }))
    else
      for number = 1, #cells, 2 do
        made:insert(line(cells[number], cells[number + 1]))
      end
    end
    at = below
  end
  return made
end

local function named(table)
  local name = pandoc.utils.blocks_to_inlines(table.caption.long)
  local made = is_form(table) and lines(table) or pandoc.List({ plain_table(table) })
  if #name > 0 then
    made:insert(1, pandoc.Para(MARKDOWN and { pandoc.Strong(name) } or name))
  end
  return made, false
end

local function without_style(div)
  if div.classes:includes("title") then
    return pandoc.Header(1, on_one_line(div.content, pandoc.Str("")))
  end
  return div.content
end

local function content(element)
  return element.content
end

-- A number in brackets is no link as long as nothing behind it says where to: it needs no backslash.
local function brackets(str)
  local before, number, after = str.text:match("^(.-)(%[%d+%])(.*)$")
  if MARKDOWN and number and not after:match("^[%(%[:]") then
    return { pandoc.Str(before), pandoc.RawInline("markdown", number), pandoc.Str(after) }
  end
end

local MARKS = {}
for _, code in utf8.codes("“”‘’（）《》〈〉「」『』〔〕【】：；，。、！？…—·") do
  MARKS[utf8.char(code)] = true
end

-- CommonMark takes stars between a mark and a letter for stars: marks at the edges of bold words stay outside.
local function bold(strong)
  local words, before, after = pandoc.utils.stringify(strong), "", ""
  while MARKS[pandoc.text.sub(words, 1, 1)] do
    before, words = before .. pandoc.text.sub(words, 1, 1), pandoc.text.sub(words, 2)
  end
  while MARKS[pandoc.text.sub(words, -1)] do
    words, after = pandoc.text.sub(words, 1, -2), pandoc.text.sub(words, -1) .. after
  end
  return { pandoc.Str(before), #words > 0 and pandoc.Strong(pandoc.Inlines(words)) or pandoc.Str(""), pandoc.Str(after) }
end

local function bold_beside(inlines)
  return #inlines > 1 and inlines:walk({ Strong = bold }) or nil
end

local ESCAPE = "\1"

-- Signs that the writer leaves as they are, or loses, and Markdown takes for more: a backslash of our own goes before
-- them. An address that GitHub makes a link of would show it, and is made none; a line that begins like a rule or a
-- list is none.
local function escaped(str, begins)
  local text = str.text:gsub("[\\~]", ESCAPE .. "%0"):gsub("&#?%w+;", ESCAPE .. "%0")
  if text:find("[" .. ESCAPE .. "<>%[%]*_`|$]") then
    text = text:gsub("://", ESCAPE .. "%0"):gsub("^www%.", "www" .. ESCAPE .. ".")
  end
  if begins then
    text = text:gsub("^[-=+]+$", ESCAPE .. "%0"):gsub("^(%d+)([.)])$", "%1" .. ESCAPE .. "%2")
  end
  local made = pandoc.List({ pandoc.Str(text:match("^[^" .. ESCAPE .. "]*")) })
  for sign, words in text:gmatch(ESCAPE .. "(.)([^" .. ESCAPE .. "]*)") do
    made:extend({ pandoc.RawInline("markdown", "\\" .. sign), pandoc.Str(words) })
  end
  return made
end

local function words_escaped(inlines)
  local made, edges = pandoc.Inlines({}), { LineBreak = true, Space = true }
  for at, inline in ipairs(inlines) do
    local before, behind = inlines[at - 1], inlines[at + 1]
    local begins = (not before or before.t == "LineBreak") and (not behind or edges[behind.t])
    made:extend(inline.t == "Str" and escaped(inline, begins) or { inline })
  end
  return made
end

return {
  { Table = named, traverse = "topdown" },
  { Div = without_style, Span = content, Figure = content },
  MARKDOWN and { Inlines = bold_beside } or { Strong = content },
  { Image = function(image) return image.caption end, Str = brackets },
  MARKDOWN and { Inlines = words_escaped } or {},
}
