// Puts in place what the server says, as text and never as markup; the report lies in a frame that runs no script.
"use strict";

const part = (id) => document.getElementById(id);
const said = document.body.dataset;
let edition = 0;
let findings = "[]";

function element(name, className, text = "", ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  made.append(...children);
  return made;
}

function place(finding) {
  const head = element("p", "place");
  const link = element(finding.link ? "a" : "span", "where", finding.place);
  if (finding.link) {
    link.href = finding.link;
    link.title = said.open;
  }
  const copy = element("button", "copy", said.copy);
  copy.type = "button";
  copy.addEventListener("click", () => navigator.clipboard.writeText(finding.place).then(() => {
    copy.textContent = said.copied;
    setTimeout(() => { copy.textContent = said.copy; }, 1200);
  }));
  head.append(link, copy);
  return head;
}

function excerpt(finding) {
  const mark = element("mark", "", finding.at || " ");
  return element("pre", "excerpt", "", finding.before, mark, finding.after);
}

function item(finding) {
  const kind = element("span", "kind", `${finding.word} ${finding.code}`);
  const made = element("li", finding.waived ? "waived" : finding.severity, "", place(finding));
  made.append(element("p", "what", "", kind, ` ${finding.what}`));
  if (finding.waived) return made;
  if (finding.before + finding.at + finding.after) made.append(excerpt(finding));
  const more = element("dl", "more");
  for (const [word, text] of [[said.why, finding.why], [said.cure, finding.cure]]) {
    more.append(element("dt", "", word), element("dd", "", text));
  }
  made.append(more);
  return made;
}

// The new report is laid out behind the old one and takes its place where the reader was.
function showReport(number) {
  const old = part("report").querySelector("iframe:not(.coming)");
  const frame = element("iframe", "coming");
  frame.title = part("report").getAttribute("aria-label");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.src = `report?${number}`;
  frame.addEventListener("load", () => {
    if (old) frame.contentWindow.scrollTo(old.contentWindow.scrollX, old.contentWindow.scrollY);
    frame.className = "";
    for (const other of part("report").querySelectorAll("iframe")) {
      if (other !== frame) other.remove();
    }
  });
  part("report").append(frame);
}

// What is the same stays, with what the reader has selected in it.
function showFindings(given) {
  const told = JSON.stringify(given);
  if (told === findings) return;
  findings = told;
  const at = part("findings").scrollTop;
  part("list").replaceChildren(...given.map(item));
  part("findings").scrollTop = at;
}

function banner(text) {
  part("banner").textContent = text;
  part("banner").hidden = !text;
}

function show(state) {
  part("status").textContent = state.status;
  part("status").className = state.busy ? "busy" : "";
  part("summary").textContent = state.summary;
  banner(state.banner);
  showFindings(state.findings);
  document.body.classList.toggle("outdated", Boolean(state.banner));
  if (state.edition !== edition) {
    edition = state.edition;
    if (edition) showReport(edition);
  }
}

const events = new EventSource("events");
// After a pause it may be another watch, which counts its reports anew.
events.addEventListener("open", () => { edition = 0; });
events.addEventListener("message", (event) => show(JSON.parse(event.data)));
events.addEventListener("error", () => {
  part("status").className = "";
  banner(said.ended);
});
