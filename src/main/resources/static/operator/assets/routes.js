// Every address of the dashboard, and the element that shows it. A view gets `.route` (params, query) and `.session`;
// its module is loaded when it is first shown. `section` is the entry of the navigation that is lit up.
//
// To add a view: a line here, and one in SECTIONS when it belongs into the navigation. `role` is the least role that sees it;
// `early` shows it before it is known who looks, which is for views that offer nothing to do.

const DATASET = '/operator/datasets/:dataset';

export const ROUTES = [
  { pattern: '/operator', tag: 'ss-start', section: 'overview', title: 'SpendSense', load: () => import('./views/start.js') },
  { pattern: DATASET, tag: 'ss-overview', section: 'overview', title: 'Overview', early: true, load: () => import('./views/overview.js') },
  { pattern: `${DATASET}/users`, tag: 'ss-users', section: 'users', title: 'Users', load: () => import('./views/users.js') },
  { pattern: `${DATASET}/users/:user`, tag: 'ss-user', section: 'users', title: 'User', load: () => import('./views/user.js') },
  { pattern: `${DATASET}/review`, tag: 'ss-review', section: 'review', title: 'Review queue', load: () => import('./views/review.js') },
  { pattern: `${DATASET}/audit`, tag: 'ss-audit', section: 'audit', title: 'Audit', load: () => import('./views/audit.js') },
  { pattern: '/operator/runs', tag: 'ss-runs', section: 'runs', title: 'Runs', load: () => import('./views/runs.js') },
  { pattern: '/operator/rules', tag: 'ss-rules', section: 'rules', title: 'Rules', load: () => import('./views/rules.js') },
];

export const SECTIONS = [
  { name: 'overview', title: 'Overview', icon: 'overview', key: 'g o', href: (dataset) => `/operator/datasets/${encodeURIComponent(dataset)}` },
  { name: 'users', title: 'Users', icon: 'users', key: 'g u', href: (dataset) => `/operator/datasets/${encodeURIComponent(dataset)}/users` },
  { name: 'review', title: 'Review queue', icon: 'review', key: 'g q', href: (dataset) => `/operator/datasets/${encodeURIComponent(dataset)}/review` },
  { name: 'audit', title: 'Audit', icon: 'audit', key: 'g a', href: (dataset) => `/operator/datasets/${encodeURIComponent(dataset)}/audit` },
  { name: 'rules', title: 'Rules', icon: 'rules', key: 'g l', href: () => '/operator/rules' },
  { name: 'runs', title: 'Runs', icon: 'runs', key: 'g r', href: () => '/operator/runs' },
];
