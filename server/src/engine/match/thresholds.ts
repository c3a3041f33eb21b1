/** Every number a rule decides by, with its default. Settings `zpaTriage.thresholds.*` and `.zpa-triage.json` override them. */
export interface Thresholds {
  /** Days of certificate life left below which a warning (error) is given. */
  readonly certificateWarningDays: number;
  readonly certificateErrorDays: number;
  /** Seconds of skew between local and cloud clock. */
  readonly timeSkewWarningSeconds: number;
  readonly timeSkewErrorSeconds: number;
  /** Outages within the window that make flapping. */
  readonly flappingOutages: number;
  readonly flappingWindowMinutes: number;
  /** Milliseconds of tcp RTT, and blocks in a row above it. */
  readonly highRttMs: number;
  readonly highRttBlocks: number;
  /** app RTT over tcp RTT, and the least app RTT in ms that counts. */
  readonly appRttFactor: number;
  readonly appRttMs: number;
  /** Seconds without a status block that are a gap. */
  readonly statusGapSeconds: number;
  /** Fast exits that make a crash loop. */
  readonly crashLoopExits: number;
  /** Samples a memory trend needs, and the share of them in which Out must grow. */
  readonly memoryLeakSamples: number;
  readonly memoryLeakGrowingShare: number;
  /** Least growth, bytes an hour and share of the first value, that counts as a leak. */
  readonly memoryLeakBytesPerHour: number;
  readonly memoryLeakGrowth: number;
  /** Blocks in a row with fewer alive than registered apps. */
  readonly appsDownBlocks: number;
  /** Percent of processor, memory, swap, disk. */
  readonly cpuWarningPercent: number;
  readonly cpuErrorPercent: number;
  /** Idle time of all processors together that is too little. */
  readonly cpuIdlePercent: number;
  readonly memoryWarningPercent: number;
  readonly memoryErrorPercent: number;
  readonly swapPercent: number;
  readonly diskHighPercent: number;
  readonly diskFullPercent: number;
  /** Megabytes available below which a disk is full. */
  readonly diskFullMb: number;
  /** Megabytes available below which the software is not updated. */
  readonly updateSpaceMb: number;
  /** Megabytes of a folder that can be emptied, above which it is named. */
  readonly diskConsumerMb: number;
  readonly cpuStealPercent: number;
  readonly descriptorsPercent: number;
  readonly portsPercent: number;
  /** TCP sockets in TIME-WAIT that are worth a word, where they outnumber those in use. */
  readonly timeWaitSockets: number;
  /** Failed or reset TCP connections since the host started that are worth a word. */
  readonly probeResets: number;
  /** Least size of a connector: processors, GiB of memory as shown, GiB of the root disk. */
  readonly leastCpus: number;
  readonly leastMemoryGib: number;
  readonly leastDiskGib: number;
  readonly targetLimit: number;
  readonly threadPercent: number;
  /** Share of ended user sessions that must have failed for a warning; below it is information. */
  readonly sessionErrorShare: number;
  /** Connectors in a tenant. */
  readonly connectorLimit: number;
  /** Minutes within which several connectors' outages are one incident. */
  readonly fleetIncidentMinutes: number;
}

/** Defaults; each with the reason for its figure. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  // The vendor’s troubleshooting skill calls more than 30 days healthy; renewal needs days, not hours.
  certificateWarningDays: 30,
  certificateErrorDays: 7,
  // Blocks of healthy connectors show milliseconds; certificates have seconds of slack (the vendor’s runbook).
  timeSkewWarningSeconds: 1,
  timeSkewErrorSeconds: 60,
  flappingOutages: 3,
  flappingWindowMinutes: 30,
  highRttMs: 150,
  highRttBlocks: 3,
  appRttFactor: 5,
  appRttMs: 100,
  // Two blocks and a half: one late block is normal.
  statusGapSeconds: 150,
  crashLoopExits: 2,
  memoryLeakSamples: 5,
  memoryLeakGrowingShare: 0.8,
  memoryLeakBytesPerHour: 1_048_576,
  memoryLeakGrowth: 0.1,
  appsDownBlocks: 2,
  // Vendor: peak processor under 75%, memory under 90% (Zscaler Help: Monitoring App Connector Performance).
  cpuWarningPercent: 75,
  cpuErrorPercent: 90,
  // Support asks for a collection when over 80% of all processors are busy (its runbook).
  cpuIdlePercent: 20,
  memoryWarningPercent: 90,
  memoryErrorPercent: 97,
  swapPercent: 25,
  // Vendor: disaster recovery snapshots stop when use exceeds 90%; the process restarts below 100 MB.
  diskHighPercent: 90,
  diskFullPercent: 95,
  diskFullMb: 100,
  // Vendor: under 150 MB the manager's updates are limited.
  updateSpaceMb: 150,
  // The vendor's clean-up leaves 1 GB of journal.
  diskConsumerMb: 1024,
  cpuStealPercent: 10,
  descriptorsPercent: 90,
  portsPercent: 90,
  // Every host has some; from a hundred on people ask what they are.
  timeWaitSockets: 100,
  probeResets: 1_000,
  // Vendor: 2 processors, 4 GB, 8 GB. The kernel keeps some of 4 GB for itself and shows about 3.7.
  leastCpus: 2,
  leastMemoryGib: 3.5,
  leastDiskGib: 7.5,
  targetLimit: 6000,
  threadPercent: 90,
  // Single sessions always fail somewhere: one in a hundred is more than that.
  sessionErrorShare: 0.01,
  connectorLimit: 100,
  fleetIncidentMinutes: 2,
};
