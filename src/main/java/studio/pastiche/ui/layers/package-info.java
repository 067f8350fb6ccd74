/// What the network's layers see in a picture.
@NullMarked
package studio.pastiche.ui.layers;

import org.jspecify.annotations.NullMarked;
