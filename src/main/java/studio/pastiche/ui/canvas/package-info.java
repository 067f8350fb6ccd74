/// The canvas: a picture on neutral grey, with zoom and pan.
@NullMarked
package studio.pastiche.ui.canvas;

import org.jspecify.annotations.NullMarked;
