/**
 * Laws between the values of one line: found by arithmetic on published samples (reference: invariants of the status
 * block, the flow-control rows and the memory dumps). A hover shows the law that its value takes part in.
 */

/** Value of a field of the same line; null where it is missing or no whole number. */
export type ValueOf = (name: string) => bigint | null;

interface Law {
  /** Fields on whose hover it is shown. */
  readonly names: readonly string[];
  /** What must be equal, in words. */
  readonly words: string;
  /** Both sides; null where a value is missing. */
  readonly sides: (value: ValueOf) => readonly [left: bigint, right: bigint] | null;
  /** What a difference would mean. */
  readonly otherwise: string;
}

/** What a law says of a line. */
export interface LawCheck {
  readonly words: string;
  readonly left: bigint;
  readonly right: bigint;
  readonly holds: boolean;
  readonly otherwise: string;
}

/** 32 MiB: how far a sender of the framed connection layer may be ahead of its peer. */
const WINDOW = 33_554_432n;

const LAWS: readonly Law[] = [
  law(['mtunnels.created', 'mtunnels.freed', 'mtunnels.active'], 'Total Created − Total Freed = Current Active', {
    left: (created, freed) => created - freed,
    otherwise: 'Microtunnels were counted while they changed, or the line is damaged.',
  }),
  law(['mtunnels.alloc', 'mtunnels.Free_q_cnt', 'mtunnels.active'], 'Alloc − Free_q_cnt = Current Active', {
    left: (alloc, free) => alloc - free,
    otherwise: 'Microtunnels were counted while they changed, or the line is damaged.',
  }),
  same('f_conn.peer_tx', 'f_conn.rx', 'peer_tx = rx', 'Data of the peer is still under way.'),
  same(
    'f_conn.r_rx',
    'f_conn.tx',
    'r_rx = tx',
    'The peer has not confirmed all that was sent: data under way or lost.',
  ),
  same(
    'f_conn.enq',
    'f_conn.deq',
    'enq = deq',
    'Data waits in the queue: the connection does not take it as fast as it comes.',
  ),
  same(
    'f_conn.deq',
    'f_conn.tx',
    'deq = tx',
    'Taken from the queue and not sent: data under way or dropped (see tx_drop).',
  ),
  law(['f_conn.tx_limit', 'f_conn.r_rx'], 'tx_limit = r_rx + 32 MiB', {
    left: (limit) => limit,
    right: (_, received) => received + WINDOW,
    otherwise: 'The window was not renewed yet, or its size is another one.',
  }),
  law(['f_conn.r_tx_limit', 'f_conn.rx'], 'r_tx_limit = rx + 32 MiB', {
    left: (limit) => limit,
    right: (_, received) => received + WINDOW,
    otherwise: 'The window was not renewed yet, or its size is another one.',
  }),
  same('rpc.tx.DnsChk.Dsp', 'rpc.rx.DnsChk.Dsp', 'DnsChk sent = DnsChk received', 'DNS checks are open or unanswered.'),
  memoryLaw('count'),
  memoryLaw('bytes'),
];

/** The laws of a line that a field takes part in and whose values the line has. */
export function lawsOf(name: string, value: ValueOf): readonly LawCheck[] {
  return LAWS.flatMap(({ names, words, sides, otherwise }) => {
    if (!names.includes(name)) return [];
    const found = sides(value);
    if (found === null) return [];
    const [left, right] = found;
    return [{ words, left, right, holds: left === right, otherwise }];
  });
}

/** Two counters whose difference is small and steady on a healthy connector. */
interface Gap {
  readonly more: string;
  readonly less: string;
  readonly words: string;
  readonly growth: string;
}

/** The difference of two counters of a line. */
export interface GapCheck {
  readonly words: string;
  readonly gap: bigint;
  readonly growth: string;
  /** The same difference by the values of another line; null where one is missing. */
  readonly in: (value: ValueOf) => bigint | null;
}

const UNCONFIRMED = 'Growing: binds that the broker does not confirm.';
const GAPS: readonly Gap[] = [
  { more: 'rpc.tx.BindReq', less: 'rpc.rx.BindAck', words: 'BindReq − BindAck', growth: UNCONFIRMED },
  { more: 'rpc.BindReq', less: 'rpc.BindReqAck', words: 'BindReq − BindReqAck', growth: UNCONFIRMED },
  {
    more: 'rpc.rx.TagPause',
    less: 'rpc.rx.TagResume',
    words: 'TagPause − TagResume',
    growth: 'Growing: streams that stay paused.',
  },
];

/** The differences of a line that a field takes part in and whose values the line has. */
export function gapsOf(name: string, value: ValueOf): readonly GapCheck[] {
  return GAPS.flatMap(({ more, less, words, growth }) => {
    if (name !== more && name !== less) return [];
    const of = (other: ValueOf): bigint | null => {
      const [left, right] = [other(more), other(less)];
      return left === null || right === null ? null : left - right;
    };
    const gap = of(value);
    return gap === null ? [] : [{ words, gap, growth, in: of }];
  });
}

/** A law over up to three fields; the right side is the last of them unless told. */
function law(
  names: readonly [string, string, string?],
  words: string,
  how: {
    readonly left: (first: bigint, second: bigint) => bigint;
    readonly right?: (first: bigint, second: bigint) => bigint;
    readonly otherwise: string;
  },
): Law {
  const [one, two, three] = names;
  return {
    names: names.filter((name) => name !== undefined),
    words,
    otherwise: how.otherwise,
    sides: (value) => {
      const first = value(one);
      const second = value(two);
      if (first === null || second === null) return null;
      const right = how.right?.(first, second) ?? (three === undefined ? null : value(three));
      return right === null ? null : [how.left(first, second), right];
    },
  };
}

function same(left: string, right: string, words: string, otherwise: string): Law {
  return law([left, right], words, { left: (first) => first, right: (_, second) => second, otherwise });
}

/** `Out = Alloc − Free − Drain`; dumps by object have no Drain. */
function memoryLaw(unit: 'count' | 'bytes'): Law {
  const names = ['alloc', 'free', 'drain', 'out'].map((column) => `${column}.${unit}`);
  const [alloc = '', free = '', drain = '', out = ''] = names;
  return {
    names,
    words: `Alloc − Free − Drain = Out (${unit})`,
    otherwise: 'The row is cut or damaged, or the counters moved while they were printed.',
    sides: (value) => {
      const given = value(alloc);
      const back = value(free);
      const rest = value(out);
      return given === null || back === null || rest === null ? null : [given - back - (value(drain) ?? 0n), rest];
    },
  };
}
