import { hoverAt } from '/work/main/server/src/engine/features/hover';
import { glossary, modelOf } from '/work/main/test/unit/features/support';
import { readFileSync } from 'node:fs';
const path = process.argv[2] ?? '';
const limit = Number(process.argv[3] ?? 40);
const model = modelOf(readFileSync(path, 'utf8'), 'journal.txt');
console.log(model.artifact?.sections?.map?.((s: any) => `${s.format} ${s.startLine}-${s.endLine} ${s.reason}`).slice(0,10));
for (let line = 0; line < Math.min(limit, model.lines.length); line += 1) {
  const text = model.lines[line] ?? '';
  let marks = '';
  for (let c = 0; c < Math.min(text.length, 2000); c += 1) {
    const h = hoverAt(model, glossary, line, c);
    marks += h === null ? ' ' : (h.endColumn - h.startColumn > 150 || (h.endColumn === text.length && h.endColumn-h.startColumn>60)) ? '.' : '^';
  }
  console.log(text.slice(0, 2000)); console.log(marks);
}
