// What is asked of rules, with the draft if there is one: check, test, impact, sweep, explain. An answer is { revision, check, result }; rules that
// cannot be used are an answer without a result, and `check.faults` says why. Each is followed until it is over; `progress` hears
// { done, total }. Aborting also cancels it at the service.
import { api } from './api.js';
import { Problem, aborted } from './problem.js';
import { draft } from './draft.js';

const ROOT = '/api/v1';
const SOON = 150;
const LATER = 700;

const ask = async (path, body, signal, progress) => {
  const { data, location } = await api.send('POST', `${path}?wait=0`, { ...(draft.isEmpty ? {} : { draft: draft.body }), ...body }, { signal });
  return location ? follow(location.slice(location.indexOf(ROOT) + ROOT.length), signal, progress) : data;
};

async function follow(path, signal, progress) {
  const stop = () => api.send('POST', `${path}/cancel`).catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (let pause = SOON; ; pause = Math.min(LATER, pause * 1.4)) {
      const trial = await api.get(path, { signal });
      if (trial.answer) return trial.answer;
      if (trial.problem) throw new Problem(trial.problem.status ?? 422, trial.problem);
      if (['cancelled', 'failed'].includes(trial.status)) throw new Problem(409, { detail: `It was ${trial.status}.` });
      if (trial.progress) progress?.(trial.progress);
      await new Promise((go) => setTimeout(go, pause));
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

export const trials = {
  check: (signal) => ask('/rules/check', {}, signal),
  test: (signal, progress) => ask('/rules/test', {}, signal, progress),
  impact: (dataset, failIf, signal, progress) => ask('/rules/impact', { people: { dataset }, fail_if: failIf }, signal, progress),
  sweep: (dataset, { parameter, from, to, steps }, signal, progress) => ask('/rules/sweep', { people: { dataset }, parameter, from, to, steps }, signal, progress),
  explain: (dataset, user, persona, signal) => ask('/rules/explain', { dataset, user, persona }, signal),
  adopt: (note) => api.send('POST', '/rules/adopt', { draft: draft.body, note }, { ifMatch: draft.madeFrom }),
};

/** Something asked of the rules, which goes on when one looks at something else meanwhile. Fires 'change'. */
class Attempt extends EventTarget {
  data;
  problem = null;
  busy = false;
  /** How far it is: { done, total }. */
  far = null;
  /** What it was asked about, and the stamp of the draft then. */
  about = null;
  #stamp = -1;
  #abort = null;

  /** @param asking (signal, progress) => promise of the answer */
  async start(about, asking) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#stamp = draft.stamp;
    this.#become({ about, busy: true, far: null, problem: null });
    try {
      const data = await asking(abort.signal, (far) => abort === this.#abort && this.#become({ far }));
      if (abort === this.#abort) this.#become({ data });
    } catch (problem) {
      if (abort === this.#abort && !aborted(problem)) this.#become({ data: undefined, problem });
    } finally {
      if (abort === this.#abort) this.#become({ busy: false });
    }
  }

  /** Ends it; what was there before stays. */
  cancel() {
    this.#abort?.abort();
  }

  /** Whether it is about the draft as it is now. */
  get current() {
    return this.#stamp === draft.stamp;
  }

  #become(state) {
    Object.assign(this, state);
    this.dispatchEvent(new Event('change'));
  }
}

export const attempts = { check: new Attempt(), test: new Attempt(), impact: new Attempt(), sweep: new Attempt() };

/** The faults of an answer, whether it is a check itself or carries one. */
export const faultsOf = (answer) => answer?.check?.faults ?? answer?.faults ?? [];
