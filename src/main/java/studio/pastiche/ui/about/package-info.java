/// What Pastiche is made of.
@NullMarked
package studio.pastiche.ui.about;

import org.jspecify.annotations.NullMarked;
