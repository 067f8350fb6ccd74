/// A painting in progress, as JavaFX properties.
@NullMarked
package studio.pastiche.ui.painting;

import org.jspecify.annotations.NullMarked;
