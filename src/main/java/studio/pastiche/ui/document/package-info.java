/// Projects: making, opening, saving, and finding again what a killed session left.
@NullMarked
package studio.pastiche.ui.document;

import org.jspecify.annotations.NullMarked;
