// The REST API. `api.get('/datasets')` gives the JSON; `api.read` also gives the ETag, to be sent back with a write:
//
//   const { data, etag } = await api.read(path);
//   await api.send('POST', path, body, { ifMatch: etag });
//
// All failures are Problems. `signal` aborts; `pages` follows cursors; `url` builds addresses; `inDataset(d)` prefixes them.

import { Problem, aborted } from './problem.js';

const ROOT = '/api/v1';

/** An address with those parameters that have a value; lists become repeated parameters. */
export function url(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of parameters instanceof URLSearchParams ? parameters : Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') query.append(name, one);
    }
  }
  const text = query.toString();
  return path + (text ? (path.includes('?') ? '&' : '?') + text : '');
}

export const segment = (text) => encodeURIComponent(text);
export const address = (path, parameters) => ROOT + url(path, parameters);
export const inDataset = (dataset, path = '') => `/datasets/${segment(dataset)}${path}`;
export const ofUser = (dataset, user, path = '') => inDataset(dataset, `/users/${segment(user)}${path}`);

function csrfToken() {
  const cookie = document.cookie.split('; ').find((it) => it.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : null;
}

/** Waits, unless it is told to stop. */
const pause = (seconds, signal) => new Promise((done, stop) => {
  const timer = setTimeout(done, seconds * 1000);
  signal?.addEventListener('abort', () => {
    clearTimeout(timer);
    stop(signal.reason);
  }, { once: true });
});

async function request(method, path, { body, type, headers = {}, signal, ifMatch, accept } = {}) {
  const all = { Accept: accept ?? 'application/json', ...headers };
  if (method !== 'GET') {
    const token = csrfToken();
    if (token) all['X-XSRF-TOKEN'] = token;
    if (ifMatch) all['If-Match'] = ifMatch;
  }
  let content = body;
  if (body !== undefined && typeof body !== 'string') {
    content = JSON.stringify(body);
    all['Content-Type'] = 'application/json';
  } else if (body !== undefined) {
    all['Content-Type'] = type ?? 'text/plain';
  }
  let response;
  try {
    response = await fetch(ROOT + path, { method, headers: all, body: content, signal, credentials: 'same-origin' });
  } catch (error) {
    if (aborted(error)) throw error;
    throw new Problem(0);
  }
  if (response.status === 401) {
    window.dispatchEvent(new CustomEvent('ss-signed-out'));
  }
  if (!response.ok) throw await Problem.of(response);
  return response;
}

async function content(response) {
  if (response.status === 204) return null;
  const text = await response.text();
  if (!text) return null;
  return (response.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : text;
}

export const api = {
  /** Reads; while the service is still computing (202) it is asked again. */
  async read(path, options) {
    let response = await request('GET', path, options);
    while (response.status === 202) {
      await pause(Number(response.headers.get('retry-after')) || 2, options?.signal);
      response = await request('GET', path, options);
    }
    return { data: await content(response), etag: response.headers.get('etag'), location: response.headers.get('location') };
  },
  async get(path, options) {
    return (await this.read(path, options)).data;
  },
  async send(method, path, body, options = {}) {
    const response = await request(method, path, { ...options, body });
    return { data: await content(response), etag: response.headers.get('etag'), location: response.headers.get('location') };
  },
  /** Every page of a list, one after the other. */
  async *pages(path, parameters = {}, options) {
    let cursor = null;
    do {
      const page = await this.get(url(path, { ...parameters, cursor }), options);
      yield page;
      cursor = page.next;
    } while (cursor);
  },
};

/** Ends the session. */
export async function signOut() {
  const token = csrfToken();
  const response = await fetch('/logout', { method: 'POST', headers: token ? { 'X-XSRF-TOKEN': token } : {} });
  if (!response.ok) throw await Problem.of(response);
}

/**
 * Listens to server-sent events until stopped. The browser reconnects by itself; an ended stream is left alone.
 *
 * @param hear gets the JSON of each event and its name
 * @returns a function that stops listening
 */
export function listen(path, hear, names = ['message']) {
  const source = new EventSource(ROOT + path);
  for (const name of names) {
    source.addEventListener(name, (event) => {
      if (event.data) hear(JSON.parse(event.data), name, () => source.close());
    });
  }
  return () => source.close();
}
