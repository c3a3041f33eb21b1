import type { Constant, Field } from '../catalogue';
import { sourceText } from './rule-page';

/** The explanation of a named value: meaning, unit, healthy range, how to read a change. */
export function fieldPage(field: Field): string {
  const label = field.labels[0] ?? field.names[0] ?? '';
  const parts = [`# ${label}`, `**${field.title}** · ${field.unit} · in ${field.formats.join(', ')}`, field.meaning];
  if (field.healthy !== undefined) parts.push(`**Healthy:** ${field.healthy}`);
  if (field.change !== undefined) parts.push(`**A change:** ${field.change}`);
  if (field.lookAt !== undefined && field.lookAt.length > 0) {
    parts.push(`**Look at:** ${field.lookAt.map((name) => `\`${name}\``).join(', ')}`);
  }
  parts.push(`*${sourceText(field.source)}*`);
  return `${parts.join('\n\n')}\n`;
}

/** The explanation of a word with a fixed meaning. */
export function constantPage(constant: Constant): string {
  const parts = [`# ${constant.name}`, `**${constant.group}** · ${constant.severity}`, constant.meaning];
  if (constant.action !== undefined && constant.action !== '') parts.push(`**What to do:** ${constant.action}`);
  parts.push(`*${sourceText(constant.source)}*`);
  return `${parts.join('\n\n')}\n`;
}
