/// The foot of the window: what goes on, what will be needed, and long work in hand.
@NullMarked
package studio.pastiche.ui.foot;

import org.jspecify.annotations.NullMarked;
