/// What was painted before, and what can be done with it.
@NullMarked
package studio.pastiche.ui.snapshots;

import org.jspecify.annotations.NullMarked;
