/// One evaluation after another: the memory they build in, their errors, their budget. Not shared between threads.
package final class Evaluation {
    package init() {}
}
