/// How the painting went: the loss chart, and what can be done with snapshots.
@NullMarked
package studio.pastiche.ui.history;

import org.jspecify.annotations.NullMarked;
