// How rules (DRL) and declarations (YAML) are read by the editor for their colours.
import { StreamLanguage, HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const WORDS = new Set(['package', 'unit', 'import', 'global', 'function', 'static', 'declare', 'rule', 'query', 'extends', 'when', 'then', 'end', 'enum', 'trait',
  'not', 'exists', 'forall', 'accumulate', 'acc', 'collect', 'from', 'over', 'eval', 'and', 'or', 'in', 'matches', 'contains', 'excludes', 'memberOf', 'soundslike', 'str',
  'new', 'return', 'if', 'else', 'for', 'while', 'instanceof', 'init', 'action', 'reverse', 'result', 'modify', 'insert', 'insertLogical', 'update', 'delete', 'retract', 'this',
  'salience', 'no-loop', 'agenda-group', 'activation-group', 'ruleflow-group', 'lock-on-active', 'auto-focus', 'enabled', 'timer', 'duration', 'dialect', 'date-effective', 'date-expires', 'calendars']);
const LITERALS = new Set(['true', 'false', 'null']);

export const drl = StreamLanguage.define({
  name: 'drl',
  startState: () => ({ comment: false, named: false }),
  token(stream, state) {
    if (state.comment) {
      if (stream.match(/.*?\*\//)) state.comment = false; else stream.skipToEnd();
      return 'blockComment';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('//') || stream.match('#')) {
      stream.skipToEnd();
      return 'lineComment';
    }
    if (stream.match('/*')) {
      state.comment = true;
      return 'blockComment';
    }
    if (stream.match(/"(?:[^"\\]|\\.)*"?/) || stream.match(/'(?:[^'\\]|\\.)*'?/)) return state.named ? ((state.named = false), 'className') : 'string';
    if (stream.match(/@[\w.]+/)) return 'meta';
    if (stream.match(/\$[\w]*/)) return 'variableName';
    if (stream.match(/\d[\d_]*(\.\d+)?([eE][+-]?\d+)?[BIbiLlFfDd]?\b/)) return 'number';
    const word = stream.match(/[A-Za-z_][\w]*(-(loop|group|on-active|focus|effective|expires)\b)?/);
    if (word) {
      const text = word[0];
      if (WORDS.has(text)) {
        state.named = ['rule', 'query', 'extends'].includes(text);
        return 'keyword';
      }
      state.named = false;
      if (LITERALS.has(text)) return 'bool';
      return /^[A-Z][a-z]/.test(text) ? 'typeName' : stream.match(/\s*\(/, false) ? 'name' : 'propertyName';
    }
    stream.next();
    return /[=!<>&|+\-*/%:]/.test(stream.current()) ? 'operator' : null;
  },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } } },
});

export const yaml = StreamLanguage.define({
  name: 'yaml',
  startState: () => ({}),
  token(stream) {
    if (stream.eatSpace()) return null;
    const before = stream.string[stream.pos - 1];
    if (stream.peek() === '#' && (stream.pos === 0 || /\s/.test(before))) {
      stream.skipToEnd();
      return 'lineComment';
    }
    if (stream.match(/^(---|\.\.\.)$/)) return 'meta';
    if (stream.match(/"(?:[^"\\]|\\.)*"(?=\s*:(\s|$))|[\w][\w ./-]*(?=\s*:(\s|$))/)) return 'propertyName';
    if (stream.match(/"(?:[^"\\]|\\.)*"?/) || stream.match(/'(?:[^']|'')*'?/)) return 'string';
    if (stream.match(/[|>][+-]?\s*$/)) return 'meta';
    if (stream.match(/\d{4}-\d\d-\d\d\b/) || stream.match(/[+-]?\d[\d_]*(\.\d+)?%?(?=[\s,\]}]|$)/)) return 'number';
    if (stream.match(/(true|false|null|yes|no)(?=[\s,\]}]|$)/)) return 'bool';
    if (stream.match(/[&*][\w]+/)) return 'variableName';
    if (stream.match(/[-?:,[\]{}]/)) return 'operator';
    stream.match(/[^\s,[\]{}#:]+/) || stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '#' } },
});

/** In colours of the style sheet, and some darker where text needs it; light and dark follow by themselves. */
export const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-word)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool], color: 'var(--code-number)' },
  { tag: [tags.typeName, tags.className], color: 'var(--code-type)', fontWeight: '550' },
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.variableName, color: 'var(--code-name)' },
  { tag: tags.meta, color: 'var(--code-meta)' },
  { tag: tags.operator, color: 'var(--ink-2)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
]);
