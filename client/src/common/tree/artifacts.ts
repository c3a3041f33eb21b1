/** Rows of "Files": what each file is, the time it spans, its size, and what is to be known of it. */
import type { BundleState, ReportArtifact } from '../../../../server/src/lsp/bundle-protocol';
import { HUGE_CHARACTERS } from '../../../../server/src/lsp/size-tier';
import { baseName, count, moment, size } from '../words';
import type { Row, TooltipPart } from './node';
import { goTo } from './node';

export function artifactRows({ report, leftOut }: BundleState): readonly Row[] {
  if (report === null) return [];
  const known = report.artifacts.filter((one) => one.format !== null);
  const unknown = report.artifacts.filter((one) => one.format === null);
  const rows: Row[] = known.map(artifactRow);
  if (unknown.length > 0) {
    rows.push({
      id: 'unknown',
      label: 'Not recognised',
      description: String(unknown.length),
      icon: { name: 'file' },
      children: unknown.map(artifactRow),
    });
  }
  if (leftOut.length > 0) {
    rows.push({
      id: 'leftOut',
      label: 'Not read',
      description: String(leftOut.length),
      icon: { name: 'circle-slash' },
      children: leftOut.map(({ path, reason }) => ({
        id: `leftOut ${path}`,
        label: baseName(path),
        description: reason,
        icon: { name: 'file' },
        tooltip: [
          { kind: 'field', name: 'File', value: path },
          { kind: 'field', name: 'Not read', value: reason },
        ],
      })),
    });
  }
  return rows;
}

function artifactRow(artifact: ReportArtifact): Row {
  const { path, format, bytes, lines, notes, timeRange, sections, truncated } = artifact;
  const span = timeRange === null ? null : `${moment(timeRange.start)} to ${moment(timeRange.end)}`;
  const remarks = [
    ...notes,
    ...(truncated ? ['read only in part'] : []),
    ...(bytes > HUGE_CHARACTERS ? [TOO_LARGE] : []),
  ];
  const tooltip: TooltipPart[] = [
    { kind: 'field', name: 'File', value: path },
    { kind: 'field', name: 'Format', value: format ?? 'not recognised' },
    { kind: 'field', name: 'Size', value: `${size(bytes)}, ${count(lines, 'line')}` },
  ];
  if (span !== null) tooltip.push({ kind: 'field', name: 'Time', value: span });
  for (const note of remarks) tooltip.push({ kind: 'field', name: 'Note', value: note });
  return {
    id: `file ${path}`,
    label: baseName(path),
    description: [format, size(bytes), span === null ? null : shortSpan(span)]
      .filter((one) => one !== null)
      .join(' · '),
    icon: remarks.length > 0 ? { name: 'note', color: 'problemsInfoIcon.foreground' } : { name: 'file-code' },
    tooltip,
    spoken: `${path}, ${format ?? 'not recognised'}, ${count(lines, 'line')}`,
    kind: 'file',
    ...goTo({ path, line: 1 }),
    children: [
      ...(bytes > HUGE_CHARACTERS ? hugeRows(path) : []),
      ...(sections.length > 1 ? sections : []).slice(0, SECTIONS_SHOWN).map((one) => ({
        id: `file ${path} ${String(one.startLine)}`,
        label: one.format,
        description: `lines ${String(one.startLine)} to ${String(one.endLine)}`,
        icon: { name: 'symbol-field' },
        ...goTo({ path, line: one.startLine }),
      })),
      ...remarks.map((note) => ({ id: `file ${path} ${note}`, label: note, icon: { name: 'note' } })),
    ],
  };
}

const TOO_LARGE =
  'too large for an editor with colours and hovers: VS Code hands no document above 50 million characters to extensions';

/** What can be done with a file that has no document. */
function hugeRows(path: string): readonly Row[] {
  const place = { path, line: 1 };
  const copy = {
    id: `file ${path} copy`,
    label: 'Open a filtered copy…',
    description: "the connector's lines, or one connection's",
    icon: { name: 'filter' },
    place,
  };
  return [
    { ...copy, command: { name: 'zpaTriage.openFilteredCopy', args: [{ ...copy }] } },
    {
      id: `file ${path} extract`,
      label: 'Extract around a finding…',
      description: 'lines before and after it',
      icon: { name: 'list-selection' },
      command: { name: 'zpaTriage.extractAround', args: [] },
    },
  ];
}

const SECTIONS_SHOWN = 200;

/** One day needs to be named once. */
function shortSpan(span: string): string {
  const [start = '', end = ''] = span.split(' to ');
  return start.slice(0, 10) === end.slice(0, 10)
    ? `${start.slice(0, 16)}–${end.slice(11, 16)}`
    : `${start.slice(0, 16)} – ${end.slice(0, 16)}`;
}
