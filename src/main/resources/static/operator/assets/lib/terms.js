// What operators choose from when they disagree: reasons and severities, as those who own the rules have settled them.
import { api } from './api.js';

let known = null;

export function reviewTerms() {
  known ??= api.get('/review-terms').catch((problem) => {
    known = null;
    throw problem;
  });
  return known;
}
