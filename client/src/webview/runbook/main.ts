/** The page of a runbook. */
import type { FromRunbook, ToRunbook } from '../../common/webviews/messages';
import { button, element, page, tell } from '../dom';
import './runbook.css';

type Step = ToRunbook['data']['steps'][number];

const EFFECTS = {
  'read-only': 'only reads',
  'changes-the-host': 'changes the host',
  destructive: 'destructive',
} as const;

window.addEventListener('message', ({ data }: MessageEvent<ToRunbook>) => {
  render(data);
});
send({ type: 'ready' });

function send(message: FromRunbook): void {
  tell(message);
}

function render(message: ToRunbook): void {
  const { data, ticked, known } = message;
  const scrolled = window.scrollY;
  const focused = document.activeElement?.id;
  const done = data.steps.filter((one) => ticked.includes(one.id)).length;
  page().replaceChildren(
    element(
      'header',
      {},
      element('h1', {}, data.title),
      element('p', { class: 'when' }, ...text(data.when, known)),
      element(
        'div',
        { class: 'progress' },
        element('progress', {
          max: String(data.steps.length),
          value: String(done),
          'aria-label': 'Steps done',
        }),
        element('span', { 'aria-live': 'polite' }, `${String(done)} of ${String(data.steps.length)} steps done`),
        done === 0
          ? null
          : button('Clear ticks', { class: 'quiet', id: 'clear' }, () => {
              send({ type: 'untick' });
            }),
      ),
      values(data.values),
    ),
    element('ol', { class: 'steps' }, ...data.steps.map((step, index) => stepItem(step, index, message))),
    element(
      'section',
      {},
      element('h2', {}, 'How to see that it works'),
      element('p', {}, ...text(data.verify, known)),
    ),
    element('section', {}, element('h2', {}, 'If it persists'), element('p', {}, ...text(data.escalate, known))),
    ...[sources(data.sources)].filter((one) => one !== null),
  );
  window.scrollTo(0, scrolled);
  if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  if (message.step !== null) showStep(message.step);
}

function showStep(id: string): void {
  const item = document.getElementById(`step-${id}`);
  if (item === null) return;
  for (const one of document.querySelectorAll('.here')) one.classList.remove('here');
  item.classList.add('here');
  // The first step stands below the title: both are to be seen.
  if (item.previousElementSibling === null) window.scrollTo(0, 0);
  else item.scrollIntoView({ block: 'start' });
}

function values(known: Readonly<Record<string, string>>): HTMLElement | null {
  const entries = Object.entries(known);
  if (entries.length === 0) return null;
  return element(
    'p',
    { class: 'values' },
    'Filled in from the bundle: ',
    ...entries.flatMap(([name, value], index) => [
      index === 0 ? '' : ', ',
      `${name === 'api-host' ? 'API host' : name} `,
      element('code', {}, value),
    ]),
  );
}

function stepItem(step: Step, index: number, { ticked, canInsert, known }: ToRunbook): HTMLElement {
  const isDone = ticked.includes(step.id);
  const box = element('input', { type: 'checkbox', id: `tick-${step.id}` });
  box.checked = isDone;
  box.addEventListener('change', () => {
    send({ type: 'tick', step: step.id, on: box.checked });
  });
  return element(
    'li',
    { id: `step-${step.id}`, class: isDone ? 'step done' : 'step' },
    element(
      'div',
      { class: 'title' },
      box,
      element('label', { for: `tick-${step.id}` }, element('h2', {}, `${String(index + 1)}. ${step.title}`)),
    ),
    element('p', {}, ...text(step.text, known)),
    ...step.commands.map((_, at) => commandBlock(step, at, canInsert)),
    answer('good', 'Good', step.good, known),
    answer('bad', 'Bad', step.bad, known),
    answer('next', 'Next', step.next, known),
  );
}

/** A command whose lines break at blanks only: `-connect` is not torn at its dash. */
function words(command: string): (Node | string)[] {
  return command.split(/(\s+)/u).map((part) => (/\S/u.test(part) ? element('span', { class: 'word' }, part) : part));
}

function commandBlock(step: Step, index: number, canInsert: boolean): HTMLElement {
  const command = step.commands[index];
  if (command === undefined) return element('div');
  const name = `${step.id}-${String(index)}`;
  return element(
    'div',
    { class: `command ${command.effect}` },
    element(
      'div',
      { class: 'bar' },
      element('span', { class: 'effect' }, EFFECTS[command.effect]),
      command.note === null ? null : element('span', { class: 'note' }, command.note),
      button('Copy', { id: `copy-${name}`, 'aria-label': `Copy: ${command.run}` }, () => {
        send({ type: 'copy', step: step.id, command: index });
      }),
      canInsert
        ? button(
            'Insert into terminal',
            {
              id: `insert-${name}`,
              title: 'Types the command into the terminal. It is not run.',
              'aria-label': `Insert into terminal, without running it: ${command.run}`,
            },
            () => {
              send({ type: 'insert', step: step.id, command: index });
            },
          )
        : null,
    ),
    element('pre', { tabindex: '0' }, element('code', {}, ...words(command.run))),
  );
}

function answer(kind: string, label: string, words: string | null, known: readonly string[]): HTMLElement | null {
  if (words === null) return null;
  return element(
    'p',
    { class: `answer ${kind}` },
    element('strong', {}, label),
    element('span', {}, ...text(words, known)),
  );
}

function sources(urls: readonly string[]): HTMLElement | null {
  if (urls.length === 0) return null;
  return element(
    'section',
    { class: 'sources' },
    element('h2', {}, 'Sources'),
    element(
      'ul',
      {},
      ...urls.map((url) =>
        element('li', {}, url.startsWith('https://') ? element('a', { href: url, title: url }, url) : url),
      ),
    ),
  );
}

/** Plain text in which code in backticks and names of runbooks are marked. */
function text(words: string, known: readonly string[]): (Node | string)[] {
  return words.split(/(`[^`]{1,300}`|\b[a-z]{2,20}(?:-[a-z\d]{1,20}){1,6}\b)/u).map((part) => {
    if (/^`.*`$/u.test(part)) return element('code', {}, part.slice(1, -1));
    if (!known.includes(part)) return part;
    const link = element('a', { href: '#' }, part);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      send({ type: 'runbook', id: part });
    });
    return link;
  });
}
