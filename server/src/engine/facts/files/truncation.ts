import type { Artifact } from '../../bundle/artifact';
import type { StatusLineKind } from '../../formats/status-block/kinds';
import { STATUS_LINE_KINDS } from '../../formats/status-block/kinds';
import type { Hit } from '../../match/rule';
import { blockPlace, blockTime, isConnected } from '../blocks';
import type { BundleFacts, PlacedLife } from '../bundle-facts';
import { beginsWithRotation, isRotatedAway, isToldElsewhere } from './log-rotation';

/** Complete blocks that must stand before one that is called cut: what a block holds differs by version. */
const BLOCKS = 3;
/** Rows of a whole dump of memory; fewer are an excerpt. */
const DUMP_ROWS = 20;
/** Files are copied and written in pieces of this size: one that ends in mid-line at a multiple was cut there. */
const PIECE = 4_096;
const LEAST_PIECES = 16;
/** The first block is written up to a minute after the first line. */
const START_SLACK_MS = 60_000;
const MINUTE_MS = 60_000;
/** The next file's first line is written when the host next has something to say: a status block at the latest. */
const NEXT_BLOCK_MS = 2 * MINUTE_MS;

const LATE = 'The journal begins {minutes} min after the control connection was lost: what happened then is not in it.';
const ROTATED =
  'The log was rotated {minutes} min after the control connection was lost: what happened then is in the file before it (such as messages-20260118 or messages.1), which is not in the bundle.';

/** Files whose end is missing: in the middle of a block, of a dump, or of a line at a round size. At most one hit a file. */
export function cutEnds(facts: BundleFacts): readonly Hit[] {
  return facts.artifacts.flatMap((artifact): readonly Hit[] => {
    const hit = cutBlock(facts, artifact) ?? cutDump(facts, artifact) ?? cutCopy(artifact);
    return hit === null ? [] : [hit];
  });
}

/** A last block that lacks lines which every block before it has, with nothing behind it. */
function cutBlock(facts: BundleFacts, artifact: Artifact): Hit | null {
  const lastLine = artifact.lineCount - 1;
  for (const placed of facts.livesWithBlocks) {
    const { blocks } = placed.life;
    const last = blocks.length - 1;
    if (placed.artifact !== artifact.index || last < BLOCKS) continue;
    const kinds = kindsOf(placed, last);
    const end = Math.max(blocks.lines[last] ?? 0, ...kinds.map((kind) => blocks.lineOf(last, kind)));
    // A line that is cut itself is no status line any more: it stands alone behind the block.
    if (end !== lastLine && !(artifact.endedInMidLine && end === lastLine - 1)) continue;
    const before = Array.from({ length: BLOCKS }, (_, back) => kindsOf(placed, last - 1 - back));
    const missing = STATUS_LINE_KINDS.filter(
      (kind) => !kinds.includes(kind) && before.every((one) => one.includes(kind)),
    );
    if (missing.length === 0) continue;
    const cutMs = blockTime(placed, last);
    const goesOn = cutMs !== null && isToldElsewhere(facts, artifact.index, placed.life.host, cutMs, NEXT_BLOCK_MS);
    if (goesOn || isRotatedAway(artifact.path)) continue;
    return {
      at: { artifact: artifact.index, line: lastLine },
      evidence: [blockPlace(placed, last - 1, 'header'), { artifact: artifact.index, line: lastLine }],
      scope: placed.scope,
      firstMs: cutMs,
      data: { what: 'in the middle of a status block' },
    };
  }
  return null;
}

/** Kinds of lines in a block besides the one it begins with. */
function kindsOf({ life: { blocks } }: PlacedLife, index: number): readonly StatusLineKind[] {
  return STATUS_LINE_KINDS.filter((kind) => blocks.lineOf(index, kind) !== blocks.lines[index]);
}

/** A long dump of memory at the end of a file without its total, which every dump ends with. */
function cutDump(facts: BundleFacts, artifact: Artifact): Hit | null {
  const own = facts.sections('memory-status').filter((one) => one.artifact === artifact);
  const last = own[own.length - 1];
  if (last?.facts.total !== null || last.facts.names.length < DUMP_ROWS) return null;
  // A row cut in the middle is no row: it stands alone behind the dump.
  if (artifact.lineCount - 1 - last.section.endLine > 1 || !artifact.endedInMidLine) return null;
  if (last.section.command?.includes('|') === true) return null;
  const line = artifact.lineCount - 1;
  return {
    at: { artifact: artifact.index, line },
    data: { what: 'in the middle of a memory dump, before its total' },
  };
}

function cutCopy({ index, bytes, endedInMidLine, format, lineCount }: Artifact): Hit | null {
  const isRound = bytes % PIECE === 0 && bytes >= LEAST_PIECES * PIECE;
  if (!endedInMidLine || !isRound || format === null || lineCount < 2) return null;
  return {
    at: { artifact: index, line: lineCount - 1 },
    confidence: 'medium',
    data: { what: `in mid-line after exactly ${String(bytes / 1024)} KB` },
  };
}

/**
 * Journals whose first status block shows a control connection that was lost before the journal begins, and no other file
 * tells of it.
 */
export function lateStarts(facts: BundleFacts): readonly Hit[] {
  return facts.livesWithBlocks.flatMap((placed): Hit[] => {
    const { blocks } = placed.life;
    const journal = facts.sections('journal').find(({ artifact }) => artifact.index === placed.artifact);
    const beginMs = journal?.facts.firstMs ?? null;
    const blockMs = blockTime(placed, 0);
    const state = blocks.text('control.state')?.[0];
    const downSeconds = blocks.column('control.disconnect_duration_s')?.[0] ?? Number.NaN;
    if (beginMs === null || blockMs === null || state === undefined || isConnected(state)) return [];
    const lostMs = blockMs - downSeconds * 1000;
    const beforeMs = beginMs - lostMs;
    if (!(beforeMs > START_SLACK_MS) || isToldElsewhere(facts, placed.artifact, placed.life.host, lostMs)) return [];
    const rotated = beginsWithRotation(facts.artifacts[placed.artifact]?.path ?? '');
    const minutes = Math.round(beforeMs / MINUTE_MS);
    return [
      {
        at: blockPlace(placed, 0, 'connection', 'connection.control.disconnect_duration_s'),
        scope: placed.scope,
        firstMs: blockMs,
        data: { minutes },
        message: rotated ? ROTATED : LATE,
      },
    ];
  });
}
