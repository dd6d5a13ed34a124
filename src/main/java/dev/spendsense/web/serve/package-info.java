/**
 * The commands that belong to the service: the one that brings it up and stays ({@link
 * dev.spendsense.web.serve.ServeCommand}), and those that give tokens and take them back. It stands above all other rooms
 * of the service, none of which knows it.
 */
package dev.spendsense.web.serve;
