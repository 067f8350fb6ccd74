/// The window that makes a time-lapse film of the snapshots.
@NullMarked
package studio.pastiche.ui.film;

import org.jspecify.annotations.NullMarked;
