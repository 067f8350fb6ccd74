/// The inspector: every setting of a recipe as a control.
@NullMarked
package studio.pastiche.ui.inspector;

import org.jspecify.annotations.NullMarked;
