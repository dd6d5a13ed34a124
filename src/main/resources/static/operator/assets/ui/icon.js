// Line icons, 20 by 20, in the colour of the text. They say nothing to a screen reader: the text beside them does.
import { svg, html } from 'lit';

const PATHS = {
  overview: 'M3 11h5V3H3zM12 17h5V9h-5zM3 17h5v-2.5H3zM12 5.5h5V3h-5z',
  users: 'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c.4-3 2.5-4.5 5.5-4.5s5.1 1.5 5.5 4.5M13 4a2.8 2.8 0 0 1 0 5.3M15 12.3c1.7.5 2.7 1.9 3 4.2',
  review: 'M3 4.5h14M3 10h8M3 15.5h6M13 14l2 2 3.5-4',
  rules: 'M4 4h7l5 5v7H4zM11 4v5h5M7 12.5h6',
  runs: 'M6 4.5v11l9-5.5z',
  audit: 'M10 2.5 16.5 5v4.5c0 4-2.7 6.8-6.5 8-3.8-1.2-6.5-4-6.5-8V5zM7 9.8l2.2 2.2L13 8',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z',
  auto: 'M10 2.5a7.5 7.5 0 1 0 0 15zM10 2.5a7.5 7.5 0 0 1 0 15',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.8h7',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  right: 'M8 5.5l4.5 4.5L8 14.5',
  left: 'M12 5.5 7.5 10l4.5 4.5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  warn: 'M10 3 18 16.5H2zM10 8v4M10 14.3v.1',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.3v.1',
  download: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  out: 'M8 3.5H4v13h4M12 6.5l3.5 3.5-3.5 3.5M15 10H7.5',
  card: 'M2.5 5h15v10.5h-15zM2.5 8.5h15M5.5 12.5h3',
  bank: 'M3 8l7-4.5L17 8zM4.5 8v6M8 8v6M12 8v6M15.5 8v6M3 16.5h14',
  branch: 'M6 3v14M6 11c0-3 8-2 8-6M14 3v2M6 3v.1',
};

export const icon = (name) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${
  svg`<path d=${PATHS[name] ?? PATHS.info}></path>`}</svg>`;
