/** Root package of the SpendSense simulator and rules workbench; every room below it has one purpose. */
package dev.spendsense;
