-- OpenDocument: the empty lines of the page, which pandoc would leave out.

local function with_empty_lines(paragraph)
  if #paragraph.content == 0 then
    return pandoc.Para({ pandoc.RawInline("opendocument", " ") })
  end
end

function Pandoc(document)
  document.blocks:remove(1) -- which guards the title
  return document:walk({ Para = with_empty_lines })
end
