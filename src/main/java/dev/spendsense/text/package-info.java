/** Small operations on words that every room may use. This package depends on no other. */
package dev.spendsense.text;
