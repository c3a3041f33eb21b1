import { formats } from '../../../server/src/engine/formats/generated';
import { buildReport } from '../../../server/src/engine/report/build';
import type { Report } from '../../../server/src/engine/report/model';
import { DEFAULT_SETTINGS, Triage } from '../../../server/src/engine/triage';
import { catalogue } from '../../../server/src/knowledge/generated/catalogue';

/** The report of texts by their paths. */
export function reportOf(files: Readonly<Record<string, string>>): Promise<Report> {
  const ports = {
    createDecoder: (): never => {
      throw new Error('these are texts');
    },
    clock: () => Date.UTC(2026, 0, 22),
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  const texts = Object.values(files);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  const facts = engine.facts();
  const lookup = {
    lines: (artifact: number): Promise<ReadonlyMap<number, string>> =>
      Promise.resolve(new Map((texts[artifact] ?? '').split('\n').entries())),
  };
  return buildReport({ version: '0', catalogue, formats, facts, evaluation: engine.evaluate(facts), lookup });
}
