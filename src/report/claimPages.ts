import { claimSection } from './claims.js';
import { disputeSection } from './disputes.js';
import type { Frame, Section } from './frame.js';
import { mutationSection } from './mutations.js';
import { paySection } from './payClaims.js';
import { questionSection } from './questionPages.js';

/** The sections about claims, where claims are given: the four questions, the verdicts, who disputes whom, what relays changed, what is said of pay. */
export function claimSections(frame: Frame): readonly Section[] {
  const { claimed } = frame.material;
  if (claimed === null) return [];
  return [
    questionSection(frame, claimed),
    claimSection(frame, claimed),
    disputeSection(frame, claimed),
    mutationSection(frame, claimed),
    paySection(frame, claimed),
  ].filter((section) => section !== null);
}
