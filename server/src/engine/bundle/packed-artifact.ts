import type { JournalFacts } from '../formats/journal/facts';
import type { PackedJournal } from '../formats/journal/packed-journal';
import { packJournal, unpackJournal } from '../formats/journal/packed-journal';
import type { Artifact } from './artifact';

/** An artifact as plain data, as threads can hand it to each other. Facts of all formats but the journal are plain. */
export type PackedArtifact = Artifact & { readonly packed: true };

/** The artifact as plain data. */
export function packArtifact(artifact: Artifact): PackedArtifact {
  return {
    ...artifact,
    packed: true,
    sections: artifact.sections.map((section) =>
      section.format === 'journal' ? { ...section, facts: packJournal(section.facts as JournalFacts) } : section,
    ),
  };
}

/** The artifact that plain data was made of. */
export function unpackArtifact(artifact: PackedArtifact): Artifact {
  return {
    ...artifact,
    sections: artifact.sections.map((section) =>
      section.format === 'journal' ? { ...section, facts: unpackJournal(section.facts as PackedJournal) } : section,
    ),
  };
}
