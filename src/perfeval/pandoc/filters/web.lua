-- The web page: a title, tables that scroll in a box of their own, heads that say what they head, charts as drawings.

local function drawing(image)
  local kind, content = pandoc.mediabag.lookup(image.src)
  return kind == "image/svg+xml" and pandoc.RawInline("html", content) or nil
end

local function cells(rows, change)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      change(cell)
    end
  end
end

local function boxed(table)
  cells(table.head.rows, function(cell)
    cell.attributes.scope = cell.col_span > 1 and "colgroup" or "col"
  end)
  return pandoc.Div({ table }, pandoc.Attr("", { "table" }, { tabindex = "0" })), false
end

local function title(div)
  if div.classes:includes("title") then
    return {
      pandoc.RawBlock("html", "<h1>"),
      div.content[1],
      pandoc.RawBlock("html", "</h1>"),
    }
  end
end

return { { Image = drawing }, { Table = boxed, Div = title, traverse = "topdown" } }
