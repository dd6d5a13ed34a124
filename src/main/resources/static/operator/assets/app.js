// The frame around all views: navigation, choice of dataset, who is signed in, theme, shortcuts.
import { Part, html, nothing } from './lib/part.js';
import { unsafeStatic, html as staticHtml } from 'lit/static-html.js';
import { router } from './lib/router.js';
import { session } from './lib/session.js';
import { signOut } from './lib/api.js';
import { theme } from './lib/theme.js';
import { keys } from './lib/keys.js';
import { Problem } from './lib/problem.js';
import { ROUTES, SECTIONS } from './routes.js';
import { icon } from './ui/icon.js';
import { toast } from './ui/toast.js';
import './ui/states.js';
import './ui/dialog.js';

const THEMES = [['auto', 'As the system', 'auto'], ['light', 'Light', 'sun'], ['dark', 'Dark', 'moon']];

class App extends Part {
  static properties = { shown: { state: true }, failure: { state: true }, menu: { state: true } };
  #arrivals = 0;

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', () => this.requestUpdate());
    theme.addEventListener('change', () => this.requestUpdate());
    router.addEventListener('change', (event) => this.#arrive(event.detail.elsewhere));
    window.addEventListener('ss-signed-out', () => location.assign('/login'));
    keys.lend('Everywhere', [
      ['?', 'Show these shortcuts', () => this.querySelector('#shortcuts').open()],
      ['t', 'Light, dark, or as the system', () => this.#nextTheme()],
      ...SECTIONS.map((it) => [it.key, `Go to ${it.title}`, () => this.#go(it)]),
    ]);
    session.start();
    router.start(ROUTES);
  }

  get dataset() {
    return router.current?.params.dataset ?? session.usualDataset;
  }

  #go(section) {
    if (this.dataset || !section.href.length) router.go(section.href(this.dataset));
  }

  async #arrive(elsewhere) {
    const arrival = ++this.#arrivals;
    const route = router.current;
    if (route.params.dataset) session.chose(route.params.dataset);
    this.menu = false;
    try {
      await route.load?.();
    } catch (error) {
      console.error(error);
      if (arrival === this.#arrivals) this.failure = new Problem(0);
      return;
    }
    if (arrival !== this.#arrivals) return;
    const other = this.shown?.tag !== route.tag;
    this.failure = null;
    this.shown = route;
    document.title = route.title === 'SpendSense' ? route.title : `${route.title} · SpendSense`;
    await this.updateComplete;
    if (elsewhere && other !== undefined && arrival > 1) {
      window.scrollTo(0, 0);
      this.querySelector('main').focus({ preventScroll: true });
    }
  }

  #nextTheme() {
    const at = THEMES.findIndex(([name]) => name === theme.chosen);
    const [name, title] = THEMES[(at + 1) % THEMES.length];
    theme.choose(name);
    toast(`Colours: ${title.toLowerCase()}`);
  }

  #choseDataset(event) {
    const name = event.target.value;
    const route = router.current;
    const section = SECTIONS.find((it) => it.name === route.section) ?? SECTIONS[0];
    if (route.params.dataset) router.go((section.href.length ? section : SECTIONS[0]).href(name));
    else session.chose(name);
    this.requestUpdate();
  }

  async #signOut() {
    try {
      await signOut();
      location.assign('/login');
    } catch (problem) {
      toast.problem(problem);
    }
  }

  render() {
    return html`
      <a class="skip" href="#main" @click=${(event) => { event.preventDefault(); this.querySelector('main').focus(); }}>Skip to the content</a>
      <header class="topbar">
        <button class="icon-button" aria-label="Menu" aria-expanded=${!!this.menu} aria-controls="side" @click=${() => (this.menu = !this.menu)}>${icon(this.menu ? 'close' : 'menu')}</button>
        <a class="brand" href="/operator"><img src="/operator/assets/icon.svg" alt="" width="22" height="22"> SpendSense</a>
      </header>
      ${this.menu ? html`<div class="veil" @click=${() => (this.menu = false)}></div>` : nothing}
      <nav id="side" class="sidebar ${this.menu ? 'open' : ''}" aria-label="Main" @keydown=${(event) => { if (event.key === 'Escape') this.menu = false; }}>
        <a class="brand" href="/operator"><img src="/operator/assets/icon.svg" alt="" width="24" height="24"> SpendSense</a>
        ${this.#datasets()}
        <ul class="sections">${SECTIONS.filter((it) => !it.role || session.may(it.role)).map((it) => this.#section(it))}</ul>
        <div class="side-foot">
          ${this.#themes()}
          <button class="side-link" @click=${() => this.querySelector('#shortcuts').open()}>${icon('keyboard')} Shortcuts <kbd>?</kbd></button>
          ${this.#me()}
        </div>
      </nav>
      <main id="main" tabindex="-1">${this.#view()}</main>
      <ss-toasts></ss-toasts>
      <ss-dialog id="shortcuts" wide heading="Keyboard shortcuts" .content=${() => this.#sheet()}></ss-dialog>`;
  }

  #section(it) {
    const current = this.shown?.section === it.name;
    const href = it.href.length && !this.dataset ? '/operator' : it.href(this.dataset);
    return html`<li><a class="side-link" href=${href} aria-current=${current ? 'page' : nothing}>${icon(it.icon)} ${it.title}</a></li>`;
  }

  #datasets() {
    if (!session.datasets?.length) return nothing;
    return html`<label class="dataset-choice"><span>Dataset</span>
      <span class="select"><select @change=${this.#choseDataset}>
        ${session.datasets.map((it) => html`<option value=${it.name} ?selected=${it.name === this.dataset} ?disabled=${!!it.fault} title=${it.fault ?? ''}>${it.name}${it.fault ? ' (damaged)' : ''}</option>`)}
      </select>${icon('down')}</span></label>`;
  }

  #themes() {
    return html`<fieldset class="segmented themes"><legend class="visually-hidden">Colours</legend>
      ${THEMES.map(([name, title, picture]) => html`<label title=${title}><input type="radio" name="theme" value=${name}
        .checked=${theme.chosen === name} @change=${() => theme.choose(name)}><span>${icon(picture)}<span class="visually-hidden">${title}</span></span></label>`)}
    </fieldset>`;
  }

  #me() {
    if (!session.me) return nothing;
    const { name } = session.me;
    return html`<div class="me"><span class="avatar" aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>
      <span><b>${name}</b><small>${session.role}</small></span>
      <button class="icon-button" aria-label="Sign out" title="Sign out" @click=${this.#signOut}>${icon('out')}</button></div>`;
  }

  #view() {
    if (session.problem) {
      return html`<div class="page"><ss-problem .problem=${session.problem} .again=${() => session.start()}></ss-problem></div>`;
    }
    if (this.failure) {
      return html`<div class="page"><ss-problem .problem=${this.failure} .again=${() => location.reload()}></ss-problem></div>`;
    }
    // A view for everybody does not wait until it is known who looks.
    if (!this.shown || (!session.me && this.shown.role)) return html`<div class="page"><ss-loading lines="6"></ss-loading></div>`;
    if (!this.shown.tag) {
      return html`<div class="page"><h1 class="visually-hidden">Not found</h1><ss-empty heading="There is no such page" text="The address ${this.shown.path} leads nowhere."
        .action=${html`<a class="button" href="/operator">To the overview</a>`}></ss-empty></div>`;
    }
    if (this.shown.role && !session.may(this.shown.role)) {
      return html`<div class="page"><ss-problem .problem=${new Problem(403)}></ss-problem></div>`;
    }
    const tag = unsafeStatic(this.shown.tag);
    return staticHtml`<${tag} .route=${this.shown}></${tag}>`;
  }

  #sheet() {
    const names = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
    const lines = (shortcuts) => [...Map.groupBy(shortcuts, ([, what]) => what)].map(([what, same]) => html`<div>
      <dt>${same.flatMap(([key]) => key.split(' ')).map((it) => html`<kbd>${names[it] ?? it}</kbd>`)}</dt><dd>${what}</dd></div>`);
    return html`${keys.all.filter((set) => set.shortcuts.length).map((set) => html`<h3>${set.title}</h3><dl class="shortcuts">${lines(set.shortcuts)}</dl>`)}
      <h3>In tables</h3><dl class="shortcuts">${lines([['j', 'Next row'], ['ArrowDown', 'Next row'], ['k', 'Row before'], ['ArrowUp', 'Row before'], ['Enter', 'Open the row']])}</dl>`;
  }
}
customElements.define('ss-app', App);
