import type { Location } from '@vielfalt/feed';
import { keywords } from './keywords.js';

const meaning = keywords({
  yes: 'ja|j|x|✓|1|wahr|barrierefrei|voll barrierefrei|vollständig barrierefrei|barrierefreier zugang|stufenlos|stufenfrei|rollstuhlgerecht|ebenerdig|barrierefrei zugänglich|yes|step-free|step free|wheelchair accessible|accessible|full',
  partly:
    'teilweise|teils|zum teil|bedingt|eingeschränkt|teilweise barrierefrei|bedingt barrierefrei|eingeschränkt barrierefrei|barrierearm|mit hilfe|mit einschränkungen|partly|partially|partial|limited|partly accessible',
  no: 'nein|n|0|falsch|nicht barrierefrei|nicht rollstuhlgerecht|nur über treppen|nicht zugänglich|no|not accessible|not step-free|none',
});

/** Reads "barrierefrei", "teilweise", "nein"; undefined where the text says something else. */
export function readStepFree(text: string): Location['stepFree'] {
  return meaning(text);
}
