-- Markdown and plain text: tables of as many cells in every row, each row on one line, their names above them.

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
  local heads = kept:map(function(column) return head(grids[1], column) end)
  local alignments = kept:map(function(column) return alignment(body, column) end)
  local widths = kept:map(function() return 0 end)
  return pandoc.utils.from_simple_table(pandoc.SimpleTable({}, alignments, widths, heads, rows))
end

local function named(table)
  local name = pandoc.utils.blocks_to_inlines(table.caption.long)
  local made = { plain_table(table) }
  if #name > 0 then
    pandoc.List.insert(made, 1, pandoc.Para(MARKDOWN and { pandoc.Strong(name) } or name))
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

return {
  { Table = named, traverse = "topdown" },
  { Div = without_style, Span = content, Figure = content },
  { Image = function(image) return image.caption end, Str = brackets, Strong = MARKDOWN and bold or content },
}
