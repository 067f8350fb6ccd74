/// Background work for the window: the only package that makes threads or hops to the JavaFX
/// thread.
@NullMarked
package studio.pastiche.ui.task;

import org.jspecify.annotations.NullMarked;
