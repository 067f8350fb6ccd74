/// Questions that a window must wait for, behind an interface that tests replace.
@NullMarked
package studio.pastiche.ui.dialog;

import org.jspecify.annotations.NullMarked;
