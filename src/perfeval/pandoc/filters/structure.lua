-- What the styles of a report say, in pandoc's own terms: the title, names of tables, figures, numbers in columns.

local TITLE = { Title = true }
local CAPTION = { ["表题"] = true, ["图题"] = true, ["caption"] = true, ["Caption"] = true }
local UNIT = { ["表格单位"] = true }
-- Styles that say nothing but that this is the text.
local TEXT = { ["Normal"] = true, ["Body Text"] = true, ["List Paragraph"] = true }

local function style(block)
  return block and block.t == "Div" and block.attributes["custom-style"] or ""
end

local function inlines(block)
  return pandoc.utils.blocks_to_inlines(block.content, { pandoc.LineBreak() })
end

local function picture(block)
  if block and block.t == "Div" and #block.content == 1 then
    return picture(block.content[1])
  end
  return block and block.t == "Para" and #block.content == 1 and block.content[1].t == "Image" and block.content[1] or nil
end

-- A name, and behind it the unit of the numbers where it is said.
local function named(caption, unit)
  local words = inlines(caption)
  if unit then
    words:extend({ pandoc.Str("　"), pandoc.Span(inlines(unit), pandoc.Attr("", { "unit" })) })
  end
  return { pandoc.Plain(words) }
end

local function without_styles(blocks)
  return blocks:walk({
    Div = function(div)
      if div.attributes["custom-style"] then
        return div.content
      end
    end,
  })
end

local function titled(blocks, at)
  local words = pandoc.List()
  while TITLE[style(blocks[at])] do
    if #words > 0 then
      words:insert(pandoc.LineBreak())
    end
    words:extend(inlines(blocks[at]))
    at = at + 1
  end
  return pandoc.Div({ pandoc.Plain(words) }, pandoc.Attr("", { "title" })), at
end

-- Every table and picture with the name that stands above the one and below the other.
local function joined(blocks)
  local made, at = pandoc.List(), 1
  while at <= #blocks do
    local block, following = blocks[at], blocks[at + 1]
    local unit = UNIT[style(following)] and following or nil
    local thing = unit and blocks[at + 2] or following
    if TITLE[style(block)] then
      local title
      title, at = titled(blocks, at)
      made:insert(title)
    elseif CAPTION[style(block)] and thing and thing.t == "Table" then
      thing.caption = pandoc.Caption(named(block, unit))
      made:insert(thing)
      at = at + (unit and 3 or 2)
    elseif UNIT[style(block)] and following and following.t == "Table" then
      following.caption = pandoc.Caption(named(block))
      made:insert(following)
      at = at + 2
    elseif picture(block) then
      local caption = CAPTION[style(following)] and named(following) or {}
      made:insert(pandoc.Figure({ pandoc.Plain({ picture(block) }) }, caption))
      at = at + (#caption > 0 and 2 or 1)
    elseif block.t == "Table" and block.attributes["custom-style"] == "chart" and CAPTION[style(following)] then
      block.caption = pandoc.Caption(named(following))
      made:insert(block)
      at = at + 2
    elseif TEXT[style(block)] then
      made:extend(block.content)
      at = at + 1
    else
      made:insert(block)
      at = at + 1
    end
  end
  return pandoc.Blocks(made)
end

function Pandoc(document)
  document.blocks:remove(1) -- which guards the title
  local blocks = joined(document.blocks)
  local first = blocks:find_if(function(block)
    return block.t == "Div" and block.classes:includes("title")
  end)
  if first then
    document.meta.pagetitle = pandoc.utils.stringify(first:walk({ LineBreak = function() return pandoc.Str("") end }))
  end
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      block.level = block.level + 1
    elseif block.t == "Table" then
      block.attributes["custom-style"] = nil
    end
  end
  document.blocks = blocks:walk({
    Table = function(table)
      return without_styles(pandoc.Blocks({ table }))[1]
    end,
  })
  return document
end
