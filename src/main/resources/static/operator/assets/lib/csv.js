// Rows as CSV (RFC 4180), handed to the browser as a file.

const text = (value) => {
  let cell = value === null || value === undefined ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  if (/^[=+@\t\r]|^-[^\d.]/.test(cell)) cell = "'" + cell; // a spreadsheet would take it for a formula
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

export const csv = (head, rows) => [head, ...rows].map((row) => row.map(text).join(',')).join('\r\n') + '\r\n';

export function save(name, content, type = 'text/csv;charset=utf-8') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
