// One engine in a process of its own: node peer.cjs ENGINE TEMPLATE DATA
// For every line of input it renders once, from data at hand to the finished file in memory, and answers with the
// nanoseconds that took. Where the line is not empty it is the path where the document is to be written.
// Garbage is collected when V8 sees fit: forced before every round, it would throw compiled code away and double the
// times.
"use strict";
const fs = require("fs");
const readline = require("readline");

const [engine, template, dataPath] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(dataPath, "utf8"));

// Each makes ready whatever its engine lets one keep, and gives the function that renders.
const engines = {
  // render() changes instance and zip, so its maintainers say to make both anew each time; the file stays in memory.
  docxtemplater() {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    const content = fs.readFileSync(template);
    return () => new Docxtemplater(new PizZip(content), { paragraphLoop: true }).render(data).toBuffer();
  },
  // The handler is kept; process() reads the template from memory each time.
  "easy-template-x"() {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    const content = fs.readFileSync(template);
    return () => handler.process(content, data);
  },
  // Takes a path and reads the file each time; without convertTo a docx comes out, and LibreOffice is not asked.
  carbone() {
    const carbone = require("carbone");
    return () =>
      new Promise((resolve, reject) =>
        carbone.render(template, data, {}, (error, content) => (error ? reject(error) : resolve(content))),
      );
  },
};

async function main() {
  const render = engines[engine]();
  for await (const path of readline.createInterface({ input: process.stdin })) {
    const start = process.hrtime.bigint();
    const content = await render();
    const taken = process.hrtime.bigint() - start;
    if (path) fs.writeFileSync(path, content);
    console.log(String(taken));
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
