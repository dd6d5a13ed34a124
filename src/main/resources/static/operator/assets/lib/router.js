// Real addresses for every view and filter. A route is { pattern: '/operator/datasets/:dataset/users', tag, load, … };
// the current one, with `params` and `query`, is `router.current`, and the router fires 'change' when it changes.
//
//   router.go('/operator/runs');                     a new entry in the history
//   router.query({ persona: ['a', 'b'], q: null });  changes parameters (null takes away)
//   router.query({ q: 'x' }, { replace: true });     while typing

function matcher(pattern) {
  const names = [];
  const source = pattern.replace(/:(\w+)(\*)?/g, (_, name, rest) => {
    names.push(name);
    return rest ? '(.+)' : '([^/]+)';
  });
  const expression = new RegExp(`^${source}/?$`);
  return (path) => {
    const match = expression.exec(path);
    return match && Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1])]));
  };
}

class Router extends EventTarget {
  #routes = [];
  current = null;

  start(routes) {
    this.#routes = routes.map((route) => ({ ...route, matches: matcher(route.pattern) }));
    window.addEventListener('popstate', () => this.#read(true));
    document.addEventListener('click', (event) => this.#follow(event));
    this.#read(true);
  }

  go(href, { replace = false } = {}) {
    const before = location.pathname;
    if (replace) history.replaceState(null, '', href);
    else if (href !== location.pathname + location.search) history.pushState(null, '', href);
    this.#read(location.pathname !== before);
  }

  /** The address of the current view with some parameters changed; null or [] takes one away. */
  with(changes, { path = location.pathname } = {}) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      query.delete(name);
      for (const one of [value].flat()) {
        if (one !== null && one !== undefined && one !== '') query.append(name, one);
      }
    }
    const text = query.toString();
    return path + (text ? '?' + text : '');
  }

  query(changes, options) {
    this.go(this.with(changes), options);
  }

  #read(elsewhere) {
    for (const route of this.#routes) {
      const params = route.matches(location.pathname);
      if (params) {
        this.current = { ...route, params, query: new URLSearchParams(location.search), path: location.pathname };
        this.dispatchEvent(new CustomEvent('change', { detail: { elsewhere } }));
        return;
      }
    }
    this.current = { tag: null, params: {}, query: new URLSearchParams(), path: location.pathname };
    this.dispatchEvent(new CustomEvent('change', { detail: { elsewhere } }));
  }

  #follow(event) {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((it) => it instanceof HTMLAnchorElement || it instanceof SVGAElement);
    if (!link || link.target || link.hasAttribute('download')) return;
    const to = new URL(link.href.baseVal ?? link.href, location.href);
    if (to.origin !== location.origin || !/^\/operator(\/|$)/.test(to.pathname)) return;
    if (to.hash && to.pathname === location.pathname && to.search === location.search) return;
    event.preventDefault();
    this.go(to.pathname + to.search);
  }
}

export const router = new Router();
