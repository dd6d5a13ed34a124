// What is asked of rules with a draft: check, test, impact, sweep. An answer is { revision, check, result }; rules that cannot be
// used are an answer without a result, and `check.faults` says why. What takes long is followed until it is over; `progress` hears
// { done, total }. Aborting also cancels it at the service.
import { api } from './api.js';
import { Problem } from './problem.js';
import { draft } from './draft.js';

const ROOT = '/api/v1';
const EVERY = 700;

const ask = async (path, body, signal, progress) => {
  const { data, location } = await api.send('POST', path, { draft: draft.body, ...body }, { signal });
  return location ? follow(location.slice(location.indexOf(ROOT) + ROOT.length), signal, progress) : data;
};

async function follow(path, signal, progress) {
  const stop = () => api.send('POST', `${path}/cancel`).catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const trial = await api.get(path, { signal });
      if (trial.answer) return trial.answer;
      if (trial.problem) throw new Problem(trial.problem.status ?? 422, trial.problem);
      if (['cancelled', 'failed'].includes(trial.status)) throw new Problem(409, { detail: `It was ${trial.status}.` });
      if (trial.progress) progress?.(trial.progress);
      await new Promise((go) => setTimeout(go, EVERY));
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

export const trials = {
  check: (signal) => ask('/rules/check', {}, signal),
  test: (signal) => ask('/rules/test', {}, signal),
  impact: (dataset, signal, progress) => ask('/rules/impact', { people: { dataset } }, signal, progress),
  sweep: (dataset, { parameter, from, to, steps }, signal, progress) => ask('/rules/sweep', { people: { dataset }, parameter, from, to, steps }, signal, progress),
  adopt: (note) => api.send('POST', '/rules/adopt', { draft: draft.body, note }, { ifMatch: draft.madeFrom }),
};

/** The faults of an answer, whether it is a check itself or carries one. */
export const faultsOf = (answer) => answer?.check?.faults ?? answer?.faults ?? [];
