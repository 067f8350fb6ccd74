/// Readers of weight files.
@NullMarked
package studio.pastiche.engine.weights;

import org.jspecify.annotations.NullMarked;
