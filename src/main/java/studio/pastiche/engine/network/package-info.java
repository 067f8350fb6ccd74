/// What a feature network is: VGG-19's topology at any width, and its layers' names.
@NullMarked
package studio.pastiche.engine.network;

import org.jspecify.annotations.NullMarked;
