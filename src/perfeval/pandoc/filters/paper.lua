-- OpenDocument: the empty lines of the page, which pandoc would leave out; but not those too low to be seen.

local function with_empty_lines(paragraph)
  if #paragraph.content == 0 then
    return pandoc.Para({ pandoc.RawInline("opendocument", " ") })
  end
end

function Pandoc(document)
  document.blocks:remove(1) -- which guards the title
  document.blocks = document.blocks:filter(function(block) -- between the tables of a form, which are one
    return not (block.t == "Div" and block.attributes["custom-style"] == "明细表格文字" and #pandoc.utils.stringify(block) == 0)
  end)
  return document:walk({ Para = with_empty_lines })
end
