// What is asked of rules with a draft: check, test, impact, sweep. An answer is { revision, check, result }; rules that cannot be
// used are an answer without a result, and `check.faults` says why.
import { api } from './api.js';
import { draft } from './draft.js';

const ask = async (path, body, signal) => {
  const { data } = await api.send('POST', path, { ...draft.body, ...body }, { signal });
  return data;
};

export const trials = {
  check: (signal) => ask('/rules/check', {}, signal),
  test: (signal) => ask('/rules/test', {}, signal),
  impact: (dataset, signal) => ask('/rules/impact', { dataset }, signal),
  sweep: (dataset, { parameter, from, to, steps }, signal) => ask('/rules/sweep', { dataset, parameter, from, to, steps }, signal),
  adopt: (note) => api.send('POST', '/rules/adopt', { ...draft.body, note }, { ifMatch: draft.madeFrom }),
};

/** The faults of an answer, whether it is a check itself or carries one. */
export const faultsOf = (answer) => (answer?.check?.faults ?? answer?.faults ?? []).map((it) => ({
  ...it, message: it.message ?? it.problem, severity: it.severity ?? 'error' }));
