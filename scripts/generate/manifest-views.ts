/** The ZPA views, what they say when there is nothing to show, and the walkthrough. */

export const VIEWS_CONTAINERS = {
  activitybar: [{ id: 'zpaTriage', title: 'ZPA', icon: 'media/activity.svg' }],
};

const REPORT = 'zpaTriage.hasReport';

export const VIEWS = {
  zpaTriage: [
    { id: 'zpaTriage.causes', name: 'Root Causes', icon: 'media/activity.svg', contextualTitle: 'ZPA', size: 4 },
    { id: 'zpaTriage.connectors', name: 'Connectors', when: REPORT, size: 1 },
    { id: 'zpaTriage.files', name: 'Files', when: REPORT, visibility: 'collapsed' },
    { id: 'zpaTriage.checks', name: 'Checks', when: REPORT, visibility: 'collapsed' },
    { id: 'zpaTriage.runbooks', name: 'Runbooks', visibility: 'collapsed' },
  ],
};

const OPEN =
  '[Triage Support Bundle…](command:zpaTriage.triageBundle)\n[Try the Sample Bundle](command:zpaTriage.openSample)';
const COLLECT =
  'No bundle yet? [A script collects one](command:zpaTriage.newCollectionScript) on the connector host. It changes nothing there.';

export const VIEWS_WELCOME = [
  {
    view: 'zpaTriage.causes',
    contents: `Open the folder of a support bundle, or choose a bundle or an archive of one.\n[Open Folder](command:vscode.openFolder)\n${OPEN}\n${COLLECT}`,
    when: '!zpaTriage.hasReport && workspaceFolderCount == 0 && zpaTriage.phase != scanning',
  },
  {
    view: 'zpaTriage.causes',
    contents: `No App Connector support bundle was found in this workspace.\n${OPEN}\n[Look Again](command:zpaTriage.rescan)\n${COLLECT}`,
    when: '!zpaTriage.hasReport && workspaceFolderCount != 0 && zpaTriage.phase && zpaTriage.phase != scanning',
  },
];

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly image: string;
  readonly alt: string;
  readonly done: readonly string[];
}

const STEPS: readonly Step[] = [
  {
    id: 'bundle',
    title: 'Open a bundle',
    description:
      'Open the folder of an unpacked support bundle, or choose an archive. Files are recognised by what they hold, whatever they are called.\n[Triage Support Bundle…](command:zpaTriage.triageBundle)\nNone at hand? The sample is a connector in Frankfurt that lost the cloud.\n[Triage the Sample Bundle](command:zpaTriage.openSample)',
    image: 'files',
    alt: 'The view Files lists what each file of the bundle is and the time it spans.',
    done: ['onContext:zpaTriage.hasReport', 'onCommand:zpaTriage.triageBundle', 'onCommand:zpaTriage.openSample'],
  },
  {
    id: 'cause',
    title: 'Read the root cause',
    description:
      'The ZPA view ranks the root causes. Unfold one: the lines that prove it, what follows from it, its runbook, and what is still missing. A click goes to the line.\n[Show the Root Causes](command:zpaTriage.causes.focus)',
    image: 'cause',
    alt: 'The view Root Causes with one cause unfolded into its evidence and consequences.',
    done: ['onView:zpaTriage.causes'],
  },
  {
    id: 'hover',
    title: 'Understand a line',
    description:
      'Point at any field, value, address or close reason in the log: what it is, what is healthy, how it has changed since the sample before.\n[Explain a Field or Rule…](command:zpaTriage.explain)',
    image: 'hover',
    alt: 'A hover over a counter explains it and shows its change.',
    done: ['onCommand:zpaTriage.explain'],
  },
  {
    id: 'timeline',
    title: 'See it over time',
    description:
      'States, RTT, throughput, Mtunnels, drops and memory of every connector on one clock, with the findings as marks. Drag to zoom; a click goes to the line.\n[Show Timeline](command:zpaTriage.showTimeline)',
    image: 'timeline',
    alt: 'The timeline with the state of the control connection and charts below it.',
    done: ['onCommand:zpaTriage.showTimeline'],
  },
  {
    id: 'runbook',
    title: 'Work through the runbook',
    description:
      "It opens beside the log with the bundle's own host, broker and connector filled in. Tick the steps; copy the commands, or insert them into a terminal. They are never run for you.\n[Open a Runbook…](command:zpaTriage.pickRunbook)",
    image: 'runbook',
    alt: 'A runbook with ticked steps and commands to copy.',
    done: ['onCommand:zpaTriage.openRunbook', 'onCommand:zpaTriage.pickRunbook'],
  },
  {
    id: 'report',
    title: 'Put it into the case',
    description:
      'The report holds diagnosis, evidence, remediation with commands, verification, and what to collect if it persists.\n[Create Triage Report](command:zpaTriage.createReport)\n[Copy Case Summary](command:zpaTriage.copySummary)',
    image: 'report',
    alt: 'The triage report as a page.',
    done: ['onCommand:zpaTriage.createReport', 'onCommand:zpaTriage.copySummary'],
  },
];

export const WALKTHROUGHS = [
  {
    id: 'start',
    title: 'Get started with ZPA triage',
    description: 'From a support bundle to the root cause in two minutes.',
    icon: 'media/icon.png',
    steps: STEPS.map(({ id, title, description, image, alt, done }) => ({
      id,
      title,
      description,
      media: { image: `media/walkthrough/${image}.webp`, altText: alt },
      completionEvents: done,
    })),
  },
];
