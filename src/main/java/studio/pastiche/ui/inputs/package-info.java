/// The wells for the photo and the paintings.
@NullMarked
package studio.pastiche.ui.inputs;

import org.jspecify.annotations.NullMarked;
