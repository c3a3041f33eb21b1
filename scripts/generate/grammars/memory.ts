/** Allocators as /memory/status and /memory/argo print them. */
import { parts, SCOPE, word } from './pattern';
import type { Grammar, Pattern } from './pattern';

const NAME = String.raw`[\w.:/-]{1,80}?`;

const inRow: readonly Pattern[] = [
  parts(String.raw`^(Total)(?=: Alloc: )`, `${SCOPE.heading} entity.name.section`),
  parts(String.raw`^(${NAME})(?=: Alloc: )`, 'entity.name.type.allocator'),
  // More freed than taken: the books of an allocator are wrong.
  parts(String.raw`\b(Out)(?:: )(-\d{1,20} -?\d{1,20}|-?\d{1,20} -\d{1,20})\b`, SCOPE.column, SCOPE.bad),
  // From 100 MB on, in bytes and in megabytes.
  parts(
    String.raw`\b(Out)(?:: )(\d{1,20})(?: )(\d{9,20})(?: )(\d{3,12}\.\d{1,6}mb)`,
    SCOPE.column,
    SCOPE.number,
    'constant.numeric.large markup.bold',
    'constant.numeric.large markup.bold',
  ),
  word(String.raw`\b(?:Alloc|Free|Drain|Out|Overhead)(?=: )`, SCOPE.column),
  word(String.raw`(?<![\w.-])-?\d{1,20}(?:\.\d{1,6})?(?:mb)?\b`, SCOPE.number),
];

export const memory: Grammar = {
  scopeName: 'source.zpa-memory',
  name: 'ZPA Connector Memory',
  patterns: [{ include: '#rows' }, { include: 'source.zpa-diagnostics#transcript' }],
  repository: {
    rows: { patterns: [{ begin: String.raw`^(?=${NAME}: Alloc: )`, end: '$', patterns: inRow }] },
  },
};
