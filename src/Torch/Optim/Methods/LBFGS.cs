using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Limited-memory BFGS: Newton steps with the curvature seen in the last steps (Nocedal 1980). Steps are of the length that the learning
    /// rate gives, the first shortened by the size of the derivative, or of a length that a line search finds.
    /// </summary>
    public sealed class LBFGS : optim.Optimizer, optim.ILearningRateController
    {
        private const double LeastCurvature = 1e-10;
        private readonly long _iterations, _evaluations, _memory;
        private readonly double _gradientTolerance, _changeTolerance;
        private readonly bool _searches;
        private readonly List<(Tensor Step, Tensor Change, double Inverse)> _history = [];
        private Tensor? _direction, _gradient;
        private double _length, _scale = 1;

        internal LBFGS(
            IEnumerable<Parameter> parameters, double rate, long iterations, long? evaluations, double gradientTolerance, double changeTolerance,
            long memory, string? search)
        {
            if (search is not (null or "strong_wolfe"))
                throw new ArgumentException($"The line search is \"strong_wolfe\" or null, not \"{search}\".", nameof(search));
            (_iterations, _memory, _searches) = (AtLeast(iterations, 1), AtLeast(memory, 1), search is not null);
            (_gradientTolerance, _changeTolerance) = (gradientTolerance, changeTolerance);
            _evaluations = evaluations ?? iterations * 5 / 4;
            add_param_group(new() { Parameters = parameters, Options = new() { LearningRate = rate, InitialLearningRate = rate } });
        }

        /// <inheritdoc/>
        public double LearningRate
        {
            get => _groups[0].LearningRate;
            set => _groups[0].LearningRate = value;
        }

        /// <inheritdoc/>
        public double InitialLearningRate
        {
            get => _groups[0].InitialLearningRate;
            set => _groups[0].InitialLearningRate = value;
        }

        /// <inheritdoc/>
        public override void add_param_group(ParamGroup param_group)
        {
            ArgumentNullException.ThrowIfNull(param_group);
            if (_groups.Count > 0)
                throw new InvalidOperationException("L-BFGS takes one group of parameters.");
            param_group.Parameters = param_group.Parameters.ToArray();
            if (!param_group.Parameters.Any())
                throw new ArgumentException("The group has no parameters.", nameof(param_group));
            _groups.Add(param_group);
        }

        /// <summary>Makes up to max_iter Newton steps, evaluating the loss and its derivatives anew for each.</summary>
        /// <param name="closure">Clears the derivatives, computes the loss, calls backward and returns the loss.</param>
        /// <returns>The loss before the first step.</returns>
        public override Tensor step(Func<Tensor>? closure)
        {
            ArgumentNullException.ThrowIfNull(closure);
            using var scope = NewDisposeScope();
            var first = Evaluate(closure)!;
            using var silent = no_grad();
            var (loss, gradient, evaluations) = (first.ToDouble(), Flat(), 1);
            for (var n = 1; n <= _iterations && Largest(gradient) > _gradientTolerance; n++)
            {
                var slope = Direct(gradient);
                if (slope > -_changeTolerance)
                    break;
                var before = loss;
                if (_searches)
                {
                    var search = new StrongWolfe(length => At(length, closure), _direction!, loss, gradient, slope, _changeTolerance);
                    (_length, loss, gradient) = search.Find(_length);
                    evaluations += search.Evaluations;
                    Move(_length);
                }
                else
                {
                    Move(_length);
                    // Nobody would see the loss after the last step.
                    if (n == _iterations)
                        break;
                    (loss, gradient) = (Evaluate(closure)!.ToDouble(), Flat());
                    evaluations++;
                }

                if (evaluations >= _evaluations || Largest(_direction!.mul(_length)) <= _changeTolerance || Math.Abs(loss - before) < _changeTolerance)
                    break;
            }

            return scope.MoveToOuter(first);
        }

        /// <summary>Chooses direction and length of the next step; returns the loss's slope along it.</summary>
        private double Direct(Tensor gradient)
        {
            if (_direction is null)
            {
                Keep(ref _direction, gradient.neg());
                _length = Math.Min(1, 1 / gradient.abs().sum().ToDouble()) * LearningRate;
            }
            else
            {
                Remember(_direction.mul(_length), gradient.sub(_gradient!));
                Keep(ref _direction, Newton(gradient));
                _length = LearningRate;
            }

            Keep(ref _gradient, gradient.clone());
            return gradient.dot(_direction!).ToDouble();
        }

        private void Remember(Tensor step, Tensor change)
        {
            var curvature = change.dot(step).ToDouble();
            if (curvature <= LeastCurvature)
                return;
            if (_history.Count == _memory)
            {
                _history[0].Step.Dispose();
                _history[0].Change.Dispose();
                _history.RemoveAt(0);
            }

            _history.Add((step.DetachFromDisposeScope(), change.DetachFromDisposeScope(), 1 / curvature));
            _scale = curvature / change.dot(change).ToDouble();
        }

        /// <summary>−H g by the two loops over the remembered steps.</summary>
        private Tensor Newton(Tensor gradient)
        {
            var q = gradient.neg();
            var weights = new double[_history.Count];
            for (var i = _history.Count - 1; i >= 0; i--)
            {
                weights[i] = _history[i].Step.dot(q).ToDouble() * _history[i].Inverse;
                q.add_(_history[i].Change, -weights[i]);
            }

            q.mul_(_scale);
            for (var i = 0; i < _history.Count; i++)
                q.add_(_history[i].Step, weights[i] - _history[i].Change.dot(q).ToDouble() * _history[i].Inverse);
            return q;
        }

        /// <summary>Loss and derivatives a way along the direction; the parameters come back to the same bits.</summary>
        private (double Loss, Tensor Gradient) At(double length, Func<Tensor> closure)
        {
            var saved = parameters().Select(p => p.clone()).ToList();
            Move(length);
            var found = (Evaluate(closure)!.ToDouble(), Flat());
            foreach (var (parameter, value) in parameters().Zip(saved))
                parameter.copy_(value);
            return found;
        }

        private void Move(double length)
        {
            long offset = 0;
            foreach (var parameter in parameters())
            {
                var count = parameter.numel();
                parameter.add_(_direction!.narrow(0, offset, count).view_as(parameter), length);
                offset += count;
            }
        }

        private Tensor Flat() =>
            cat([.. parameters().Select(p => p.grad is { } g ? g.to_dense().reshape(-1) : zeros([p.numel()], p.dtype))]);

        private static double Largest(Tensor tensor) => tensor.abs().max().ToDouble();

        private static void Keep(ref Tensor? field, Tensor value)
        {
            field?.Dispose();
            field = value.DetachFromDisposeScope();
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (!disposing)
                return;
            _direction?.Dispose();
            _gradient?.Dispose();
            foreach (var (step, change, _) in _history)
            {
                step.Dispose();
                change.Dispose();
            }

            _history.Clear();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Limited-memory BFGS.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The length of a Newton step; 1 is the full step.</param>
            /// <param name="max_iter">Steps in one call at most.</param>
            /// <param name="max_eval">Evaluations in one call at most; null for 1.25 · max_iter.</param>
            /// <param name="tolerange_grad">Stops when no derivative is greater.</param>
            /// <param name="tolerance_change">Stops when neither loss nor parameters change more.</param>
            /// <param name="history_size">How many steps are remembered.</param>
            /// <param name="line_search_fn">"strong_wolfe" to search along each direction from lr on, as in PyTorch; null for none, as in TorchSharp, which lacks this parameter.</param>
            public static LBFGS LBFGS(
                IEnumerable<Parameter> parameters,
                double lr = 0.01,
                long max_iter = 20,
                long? max_eval = null,
                double tolerange_grad = 1e-5,
                double tolerance_change = 1e-9,
                long history_size = 100,
                string? line_search_fn = null) =>
                new(parameters, lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size, line_search_fn);

            /// <inheritdoc cref="LBFGS(IEnumerable{Parameter}, double, long, long?, double, double, long, string?)"/>
            public static LBFGS LBFGS(
                IEnumerable<(string name, Parameter parameter)> parameters,
                double lr = 0.01,
                long max_iter = 20,
                long? max_eval = null,
                double tolerange_grad = 1e-5,
                double tolerance_change = 1e-9,
                long history_size = 100,
                string? line_search_fn = null) =>
                LBFGS(parameters.Select(p => p.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size, line_search_fn);
        }
    }
}
