import type { RowHabit } from './ledger';

type Figures = readonly [heldCount: number, heldEach: number, passedEachMinute: number, passedEach: number];

/**
 * Allocators of /memory/status in its order, as a connector at work may hold them: no single one has most of the
 * memory, and several are never used.
 */
const ALLOCATORS: readonly (readonly [name: string, figures: Figures | null])[] = [
  ['libevent', [1_912, 344, 9_400, 1_286]],
  ['openssl', null],
  ['argo', [38_740, 132, 2_100, 128]],
  ['avl', [1_804, 56, 8, 56]],
  ['diamond', [2_664, 77, 0, 0]],
  ['pattern_match', null],
  ['fohh', [2_812, 2_344, 3_050, 96]],
  ['phash', null],
  ['wally', [9_120, 109, 14, 44]],
  ['zpath_lib', [4_610, 42, 1_180, 16]],
  ['zthread', [58, 840, 1, 8_192]],
  ['zevent', [3, 72, 690, 80]],
  ['zhash_table', null],
  ['zhash_table_locked', null],
  ['cshash', null],
  ['zudp', [4, 92, 1, 165]],
  ['zcrypt', [1, 8, 0, 0]],
  ['zpn', [1_630, 2_210, 1_420, 912]],
  ['zdtls', null],
  ['zrdt', [2, 300, 0, 0]],
  ['zbuffer', null],
  ['assistant', [964, 1_120, 410, 72]],
  ['inspection', [4, 92, 0, 0]],
  ['waf', [3_587, 258, 12, 125]],
  ['zpn_pdp', [818, 38, 0, 0]],
  ['zpn_pcap', [2, 92, 0, 0]],
  ['zhealth', [116, 94, 58, 88]],
  ['dns', [256, 30_342, 1, 102]],
  ['zdx_lib', [13, 143, 1, 451]],
  ['zdx_probe', [1, 712, 0, 0]],
  ['zdx_cache', [32, 106, 0, 0]],
  ['zdx_combiner', null],
  ['zdx_webprobe_cache', [3, 15_947, 0, 0]],
  ['admin_probe', [4, 1_070, 0, 0]],
  ['np_connector', null],
  ['npwg_lib', null],
  ['np', null],
];

export const ALLOCATOR_HABITS: readonly RowHabit[] = ALLOCATORS.map(([name, figures]) => habit(name, figures));

/** A row's habit from its figures; null: the row is listed and empty. */
export function habit(name: string, figures: Figures | null | undefined): RowHabit {
  const [heldCount, heldEach, passedEachMinute, passedEach] = figures ?? [0, 0, 0, 0];
  return { name, heldCount, heldEach, passedEachMinute, passedEach };
}
