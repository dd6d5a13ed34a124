/**
 * Customers that others describe. What a file from elsewhere says is first taken down as it stands ({@code
 * OutsideCustomer}), then made into a {@code History} as far as it goes; what cannot be used becomes a remark that names
 * file, place, field and value, and what nobody told becomes unknown instead of zero. Histories leave for other people's
 * sandboxes the same way. Nothing here judges anybody.
 */
package dev.spendsense.exchange;
